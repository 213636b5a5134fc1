import ArgumentParser
import Company
internal import Messages
import Storage

/// Something that a command line may name: by its identifier, or by the title under which the program prints it.
struct KnownName {
    /// What the company's files call it.
    let id: String
    /// What people call it.
    let title: LocalizedText

    init(_ id: String, _ title: LocalizedText) {
        self.id = id
        self.title = title
    }

    /// A name without a title of its own.
    init(_ id: String) { self.init(id, LocalizedText(id)) }

    /// The identifier, and the title where it says more.
    func text(in language: Language) -> String {
        title[language] == id || title[language].isEmpty ? id : "\(id) (\(title[language]))"
    }
}

/// Finds what a name on the command line means.
struct NameLookup {
    /// What is looked for, for instance "person".
    let what: LocalizedText
    let known: [KnownName]

    /// How many names a message lists.
    private static let listed = 12

    /// What was found.
    enum Finding: Equatable {
        /// The identifier that is meant.
        case found(String)
        /// Nothing, or too much: what to say about it.
        case refused(LocalizedText)
    }

    /// The identifier, else the one thing of that title, whatever its capitals.
    func find(_ written: String) -> Finding {
        if let same = known.first(where: { $0.id == written }) { return .found(same.id) }
        let wanted = Self.folded(written)
        let matches = known.filter { one in
            [one.id, one.title.en, one.title.ru].contains { Self.folded($0) == wanted }
        }
        let ids = Set(matches.map(\.id)).sorted()
        if let id = ids.first, ids.count == 1 { return .found(id) }
        return .refused(ids.isEmpty ? unknown(written) : ambiguous(written, matches))
    }

    private func ambiguous(_ written: String, _ matches: [KnownName]) -> LocalizedText {
        let list = Set(matches.map(\.id)).sorted().prefix(Self.listed).joined(separator: ", ")
        return LocalizedText(
            en: "'\(written)' is the name of several: \(list); write which one",
            ru: "«\(written)» — имя нескольких: \(list); укажите, кто или что имеется в виду")
    }

    private func unknown(_ written: String) -> LocalizedText {
        let text = LocalizedText(
            en: "there is no \(what.en) '\(written)'", ru: "не найдено: \(what.ru) «\(written)»")
        guard let remedy = remedy(written) else { return text }
        return LocalizedText(en: "\(text.en); \(remedy.en)", ru: "\(text.ru); \(remedy.ru)")
    }

    private func remedy(_ written: String) -> LocalizedText? {
        var seen: Set<String> = []
        let ids = known.map(\.id).filter { seen.insert($0).inserted }
        if let near = Suggestion.remedy(for: written, among: ids) { return near }
        let titles = known.flatMap { [$0.title.en, $0.title.ru] }
        if let near = Suggestion.nearest(to: written, among: titles),
            let one = known.first(where: { $0.title.en == near || $0.title.ru == near })
        {
            return LocalizedText(
                en: "did you mean '\(one.id)' (\(near))?", ru: "может быть, «\(one.id)» (\(near))?")
        }
        let alike = known.filter { Self.shares($0, written) }
        if !alike.isEmpty, alike.count <= Self.listed {
            return Self.list(LocalizedText(en: "like it:", ru: "похожи:")) { language in
                alike.map { $0.text(in: language) }
            }
        }
        guard !known.isEmpty else { return nil }
        guard ids.count > Self.listed else {
            return Self.list(LocalizedText(en: "there is", ru: "есть")) { _ in ids }
        }
        let beginning = ids.sorted().prefix(Self.listed)
        return LocalizedText(
            en: "there are \(CountedWords.grouped(ids.count, .en)), for instance \(beginning.joined(separator: ", "))",
            ru: "всего их \(CountedWords.grouped(ids.count, .ru)), например: \(beginning.joined(separator: ", "))")
    }

    private static func list(_ words: LocalizedText, _ texts: (Language) -> [String]) -> LocalizedText {
        LocalizedText(
            en: "\(words.en) \(texts(.en).joined(separator: ", "))",
            ru: "\(words.ru) \(texts(.ru).joined(separator: ", "))")
    }

    /// Whether every word that was written stands in the identifier or in the title.
    private static func shares(_ name: KnownName, _ written: String) -> Bool {
        let words = folded(written).split(separator: " ").filter { $0.count > 1 }
        let text = [name.id, name.title.en, name.title.ru].map(folded).joined(separator: " ")
        return !words.isEmpty && words.allSatisfy { text.contains($0) }
    }

    /// A name without what people write differently: capitals, and the spaces around and between words.
    private static func folded(_ name: String) -> String {
        name.lowercased().split { $0.isWhitespace }.joined(separator: " ")
    }
}

extension CommonOptions {
    /// What to say about a name that none of those known has.
    func unknown(_ what: LocalizedText, _ name: String, among known: [String]) -> ValidationError {
        switch NameLookup(what: what, known: known.map { KnownName($0) }).find(name) {
        case .found(let id): wrong(LocalizedText(en: "write '\(id)'", ru: "пишите «\(id)»"))
        case .refused(let text): wrong(text)
        }
    }

    /// The identifier of what a name on the command line means.
    func name(_ what: LocalizedText, _ written: String, among known: [KnownName]) throws -> String {
        switch NameLookup(what: what, known: known).find(written) {
        case .found(let id): return id
        case .refused(let text): throw wrong(text)
        }
    }

    /// The identifier of a person.
    func person(_ written: String, of model: CompanyModel) throws -> String {
        try person(written, among: model.people.known)
    }

    /// The identifier of one of several people.
    func person(_ written: String, among known: [KnownName]) throws -> String {
        try name(LocalizedText(en: "person", ru: "сотрудник"), written, among: known)
    }

    /// The name of a plan.
    func plan(_ written: String, of model: CompanyModel) throws -> String {
        try name(
            LocalizedText(en: "plan", ru: "план"), written, among: model.plans.map { KnownName($0.name, $0.title) })
    }

    /// The name of a metric.
    func metric(_ written: String, of model: CompanyModel) throws -> String {
        try name(
            LocalizedText(en: "metric", ru: "показатель"), written,
            among: model.metrics.map { KnownName($0.name, $0.title) })
    }

    /// The name of a component of some plan.
    func component(_ written: String, of model: CompanyModel) throws -> String {
        try name(
            LocalizedText(en: "component", ru: "составляющая"), written,
            among: model.plans.flatMap(\.lines).map { KnownName($0.name, $0.title) })
    }
}

extension RecordTable {
    /// The records as a command line may name them.
    var known: [KnownName] { zip(ids, titles).map { KnownName($0, $1) } }
}

extension PlainTable {
    /// The rows of a table of records as a command line may name them.
    var known: [KnownName] {
        let titles = ["title", "name", "title_en", "title_ru"].compactMap { columns.firstIndex(of: $0) }
        let languages = (columns.firstIndex(of: "title_en"), columns.firstIndex(of: "title_ru"))
        return rows.map { row in
            let cell: (Int?) -> String? = { index in
                index.flatMap { row.cells.indices.contains($0) && !row.cells[$0].isEmpty ? row.cells[$0] : nil }
            }
            let any = titles.lazy.compactMap { cell($0) }.first ?? row.key
            return KnownName(
                row.key,
                LocalizedText(en: EnglishText(cell(languages.0) ?? any), ru: RussianText(cell(languages.1) ?? any)))
        }
    }
}

extension Console {
    /// The people whose rows a workspace keeps.
    func recordedPeople(_ workspace: Workspace) throws -> [KnownName] {
        try stopping { try workspace.read { try $0.tables { kind, _ in kind == "people" } }.flatMap(\.known) }
    }

    /// The identifier of somebody whom a workspace knows, by it or by the name; what is not known stays as it was written.
    func recordedPerson(_ written: String, _ workspace: Workspace) throws -> String {
        let lookup = NameLookup(
            what: LocalizedText(en: "person", ru: "сотрудник"), known: try recordedPeople(workspace))
        return if case .found(let id) = lookup.find(written) { id } else { written }
    }
}
