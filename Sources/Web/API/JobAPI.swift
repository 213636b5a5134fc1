internal import Credentials
internal import HTML
internal import Pages
internal import Storage

/// Work that goes on aside, for whoever began it.
enum JobAPI {
    static let show: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, permit in
        APIValues.answer(value(try found(asked, permit.reader), asked.language))
    }

    /// Stops one; one that is over stays as it was.
    static let stop: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, permit in
        let job = try found(asked, permit.reader)
        if job.state == .working {
            switch job.kind {
            case .run: try asked.site.calculations.stop(job.number)
            case .whatIf: try asked.site.aside.stop(job.number)
            }
        }
        return APIValues.answer(value(try found(asked, permit.reader), asked.language))
    }

    private static func found(_ asked: Asked, _ reader: Reader) throws -> Job {
        guard let number = Int64(asked.part("number")), let job = try asked.site.store.job(number),
            job.user == reader.person
        else { throw Problem.absent }
        return job
    }

    static func value(_ job: Job, _ language: PageLanguage) -> JSONValue {
        var members: [String: JSONValue] = [
            "number": .whole(job.number), "kind": .text(job.kind.rawValue), "subject": .text(job.subject),
            "state": .text(job.state.rawValue), "began": .text(job.began.description),
        ]
        if let ended = job.ended { members["ended"] = .text(ended.description) }
        if !job.result.isEmpty {
            switch job.kind {
            case .run: members["result"] = .text(job.result)
            case .whatIf: members["what_if"] = try? JSONReading.value(Array(job.result.utf8))
            }
        }
        if !job.code.isEmpty {
            members["problem"] = .object([
                "code": .text(job.code), "text": .text(language == .ru ? job.ru : job.en),
            ])
        }
        return .object(members)
    }
}
