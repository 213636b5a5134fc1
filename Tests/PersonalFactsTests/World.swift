import AccountRows
import Accounts
import Credentials
import Foundation
import Messages
import Periods
import Quantities
import Storage

@testable import PersonalFacts

/// A company folder with a workspace, one client with two contacts, and four of ours.
final class World {
    let folder: String
    let workspace: Workspace

    init() throws {
        folder = NSTemporaryDirectory() + "stimul-personal-\(UUID().uuidString)"
        workspace = try Workspace.openOrCreate(at: folder) { "2026-11-30T12:00:00Z" }
    }

    /// Takes everything away; a test says so at its beginning, which keeps the folder until its end.
    func remove() {
        try? FileManager.default.removeItem(atPath: folder)
    }

    func facts() throws -> PersonalFacts {
        try PersonalFacts(in: folder, workspace: workspace, openedBy: "stimul")
    }

    /// What rows say of contacts on a day.
    static func contacts(
        on text: String, olgaUntil: String? = nil, entered: [[String: String]] = []
    ) -> ContactsOfDay {
        var source = AccountSource(
            calendar: WorkingCalendar(weekend: [.saturday, .sunday]), year: .civil)
        let contact = { (id: String, until: String?) in
            ["id": id, "client": "c1", "power": "8", "from": "2025-01-01", "until": until ?? ""]
        }
        source.tables["contact"] = Rows(rows: [contact("k1", olgaUntil), contact("k2", nil)])
        source.tables["consent"] = Rows(rows: entered)
        source.roles = [
            "kam": ["c1": [Dated("anna", .always)]], "deputy": ["c1": [Dated("boris", .always)]],
        ]
        source.workplaces = [
            "anna": [Dated(AccountSource.Workplace(unit: "north", head: "dina"), .always)],
            "boris": [Dated(AccountSource.Workplace(unit: "north", head: "dina"), .always)],
        ]
        return ContactsOfDay(AccountBook(source, AccountRules()), on: day(text))
    }

    /// Every file below the folder, and of others named, that holds a text.
    func files(holding text: String, beside others: [String] = []) throws -> [String] {
        let inside = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return try (inside.map { folder + "/" + $0 } + others).filter { path in
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
                return false
            }
            return try Data(contentsOf: URL(fileURLWithPath: path)).range(of: Data(text.utf8)) != nil
        }.map { ($0 as NSString).lastPathComponent }.sorted()
    }

    /// The steps of the room as the chain has them: kind, step, who, content.
    func steps() throws -> [KeptObject] { try workspace.read { try $0.steps(room: "personal", after: 0) } }
}

/// A table of texts.
struct Rows: AccountTable {
    let rows: [[String: String]]

    var fields: [String] { Set(rows.flatMap(\.keys)).sorted() }
    var rowCount: Int { rows.count }
    func id(of row: Int) -> String { rows[row]["id"] ?? "" }
    func place(of row: Int) -> Place? { nil }
    func text(_ field: String, _ row: Int) -> String? { rows[row][field].flatMap { $0.isEmpty ? nil : $0 } }
    func day(_ field: String, _ row: Int) -> CivilDay? { text(field, row).flatMap { CivilDay(parsing: $0) } }
    func moment(_ field: String, _ row: Int) -> CivilMoment? { text(field, row).flatMap { CivilMoment(parsing: $0) } }
    func number(_ field: String, _ row: Int) -> FixedDecimal? {
        text(field, row).flatMap { try? FixedDecimal(parsing: $0) }
    }
    func flag(_ field: String, _ row: Int) -> Bool? { text(field, row).map { $0 == "yes" } }
}

/// A day written as `2026-11-30`.
func day(_ text: String) -> CivilDay { CivilDay(parsing: text) ?? .earliest }

/// The code of what is refused; nil when nothing is.
func refusal(_ body: () throws -> Void) -> String? {
    do {
        try body()
        return nil
    } catch {
        return (error as? PersonalRefusal)?.code ?? "\(error)"
    }
}

extension PersonalFacts {
    /// A consent of a contact for a purpose, given on the day.
    func consent(
        _ purpose: Consent.Purpose = .courtesy, of contact: Key<Contact> = "k1", until: String? = nil,
        in contacts: ContactsOfDay
    ) throws {
        let draft = ConsentDraft(for: purpose, until: until.map { day($0) }, how: "letter", proof: "letter 17")
        try give(draft, of: contact, by: "anna", contacts)
    }
}
