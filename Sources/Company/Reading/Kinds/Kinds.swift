internal import Formulas
internal import Messages
internal import Quantities

/// What a company's records, events and splits are: the kinds of the sections `records`, `events` and `splits`.
struct Kinds {
    /// The kinds, by their names in formulas.
    let names: Names
    /// The computed values of events, until the rates that they use are known.
    let computed: [(event: Int, entry: YAMLEntry)]

    /// Reads the sections: records first, of which fields of events are.
    init(_ documents: Documents, _ currency: Currency, _ findings: Findings) {
        var reader = KindsReader(documents: documents, currency: currency, findings: findings)
        reader.readRecordKinds()
        reader.readEventKinds()
        names = Names(
            currency, reader.recordKinds, reader.assignmentKind, reader.eventKinds, reader.splitKinds,
            computed: reader.announced)
        computed = reader.computed
        reader.readCredits(names)
    }
}

/// Reads the kinds one after the other.
struct KindsReader {
    let documents: Documents
    let currency: Currency
    let findings: Findings
    var recordKinds: [String: RecordKind] = [:]
    var assignmentKind = RecordKind(name: RecordKind.assignment, fields: [])
    var eventKinds: [EventKind] = []
    var splitKinds: [SplitKind] = []
    /// Whose the events are, as it is written.
    var credits: [(event: Int, entry: YAMLEntry)] = []
    /// The computed values of events, as they are written, and their names.
    var computed: [(event: Int, entry: YAMLEntry)] = []
    var announced: [Int: [String: ComputedValue]] = [:]
    /// Where the type of a declared field is written, by `name:type`.
    var fieldPlaces: [String: Place] = [:]
}

/// Names of formulas over the fields of an event.
extension KindsReader {
    /// Makes the names of the event kind that is being read known, so that none is taken for a misspelt field.
    mutating func announce(_ entry: YAMLEntry, _ columns: [Field]) {
        guard let pairs = entry.pairs else {
            findings.expected(LocalizedText(en: "names with their formulas", ru: "имена с формулами"), at: entry)
            return
        }
        let event = eventKinds.count
        var values: [String: ComputedValue] = [:]
        for (key, _) in pairs {
            guard let name = findings.text(key) else { continue }
            findings.checkName(name, key)
            guard name != "id", !columns.contains(where: { $0.name == name }) else {
                findings.report(
                    "duplicate-name", at: key.place,
                    LocalizedText(
                        en: "'\(name)' is a field of the event already", ru: "поле «\(name)» у события уже есть"),
                    remedy: LocalizedText(en: "rename one of them", ru: "переименуйте одно из них"))
                continue
            }
            values[name] = .notYet
        }
        announced[event] = values
        computed.append((event, entry))
    }
}
