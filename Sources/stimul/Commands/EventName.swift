import ArgumentParser
import Calculation
import Company
internal import Messages

/// An event as a command line names it: `sale:4711`, `sale 4711` as other commands print it, or `4711` alone.
struct EventName {
    private let text: String

    init(_ text: String) { self.text = text }

    /// The event, found among those of the company.
    func inquiry(_ model: CompanyModel, _ options: CommonOptions) throws -> EventInquiry {
        let kinds = model.eventKinds.filter { EventInquiry(model, kind: $0.name, id: text) != nil }
        if let kind = kinds.first, kinds.count == 1, let inquiry = EventInquiry(model, kind: kind.name, id: text) {
            return inquiry
        }
        if kinds.count > 1 {
            let list = kinds.map { "\($0.name):\(text)" }.joined(separator: ", ")
            throw options.wrong(
                LocalizedText(
                    en: "'\(text)' is the id of several events: \(list); write which one",
                    ru: "id «\(text)» есть у нескольких событий: \(list); укажите одно"))
        }
        guard let (kind, id) = parts(model) else { throw options.wrong(noSuch(model)) }
        let known = model.eventKinds.map { KnownName($0.name, $0.title) }
        let name = try options.name(LocalizedText(en: "kind of event", ru: "вид событий"), kind, among: known)
        if let inquiry = EventInquiry(model, kind: name, id: id) { return inquiry }
        throw options.wrong(
            LocalizedText(en: "there is no \(name) '\(id)'", ru: "не найдено: \(name) «\(id)»"))
    }

    /// The kind and the id that the text names, apart by a colon or a space.
    private func parts(_ model: CompanyModel) -> (kind: String, id: String)? {
        for mark: Character in [":", " "] {
            let parts = text.split(separator: mark, maxSplits: 1).map(String.init)
            if parts.count == 2 { return (parts[0], parts[1].trimmingPrefix { $0 == " " }.description) }
        }
        return nil
    }

    private func noSuch(_ model: CompanyModel) -> LocalizedText {
        let example = "\(model.eventKinds.first?.name ?? "sale"):\(text)"
        return LocalizedText(
            en: "there is no event '\(text)'; it is written kind:id, for instance '\(example)'",
            ru: "события «\(text)» нет; оно пишется вид:id, например «\(example)»")
    }
}
