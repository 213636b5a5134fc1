internal import Calculation
internal import Company
internal import Payroll
internal import Storage
internal import Synchronization

/// The companies of the last few runs that were asked about, so that the second step into a statement is quicker than the first.
final class AskedCompanies: Sendable {
    /// A company and what answers figures of a few of its people.
    struct Known: Sendable {
        let company: AskedCompany
        let source: PersonalEngine
    }

    private let known = Mutex<[(key: String, value: Known)]>([])
    private let most = 3

    /// The company of a run.
    func company(of run: StoredRun, _ cycle: PayCycle) async throws -> Known {
        try await known(run.id) { try await cycle.asked(run) }
    }

    /// The company of the text and the rows of now.
    func companyNow(_ cycle: PayCycle) async throws -> Known {
        let head = try cycle.workspace.read { try $0.factHead }
        var stream = SHA256Stream()
        for file in cycle.text { stream.update(file.bytes) }
        return try await known("\(head) \(stream.finish().hex)") { try await cycle.askedNow() }
    }

    private func known(_ key: String, _ make: () async throws -> AskedCompany) async throws -> Known {
        if let found = known.withLock({ $0.first { $0.key == key }?.value }) { return found }
        let company = try await make()
        let made = Known(company: company, source: await company.source())
        known.withLock { known in
            known.removeAll { $0.key == key }
            known.insert((key, made), at: 0)
            if known.count > most { known.removeLast() }
        }
        return made
    }
}
