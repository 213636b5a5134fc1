internal import Credentials
internal import GRDB
public import Messages
public import Storage

extension PersonalFacts {
    /// Compares every note of a company folder with what the chain keeps of it; empty where all are as they were written, and where
    /// there are none. Nothing is changed.
    public static func check(in folder: String, against workspace: Workspace) throws -> [LocalizedText] {
        guard exist(in: folder) else { return [] }
        let rows = try open(path(in: folder)).read { try NoteRow.all(in: $0) }
        return try workspace.read { reading in
            try rows.compactMap { row in
                let key = row.note.key
                guard let object = try reading.object(PersonalRecord.Kind.note.name(key)),
                    let record = PersonalRecord(object)
                else {
                    return LocalizedText(
                        en: "the audit chain does not know the note \(key); it is shown to nobody",
                        ru: "заметки \(key) нет в цепочке аудита; она никому не показывается")
                }
                let tag = TextCommitment(to: row.note.text, key: row.commitment).tag
                guard tag.hex != record.digest else { return nil }
                return LocalizedText(
                    en: "the note \(key) is not what was written: its digest is another",
                    ru: "заметка \(key) изменена: отпечаток текста другой")
            }
        }
    }
}
