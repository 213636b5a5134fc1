import Foundation
import Importing
import Intake
internal import Messages

/// A file that is mapped: cut into rows as the answers say.
struct MappingSource {
    /// What is in the file.
    enum Content {
        /// A table of text.
        case text([UInt8])
        /// A workbook.
        case workbook(Workbook)
    }

    /// The file's name.
    let name: String
    let content: Content

    /// Opens a file; one that cannot be read stops the command.
    init(_ path: String, _ console: Console) throws {
        name = (path as NSString).lastPathComponent
        do {
            if CompanyFolder.isWorkbook(path) {
                content = .workbook(try Workbook(opening: path))
            } else {
                content = .text(try Self.bytes(path))
            }
        } catch let failure as WorkbookFailure {
            console.fail(failure.told)
            throw ExitStatus.files
        } catch {
            console.fail(FileProblem.unreadable(path, .init(error)).text)
            throw ExitStatus.files
        }
    }

    /// No more is read of a text than is kept of one.
    private static func bytes(_ path: String) throws -> [UInt8] {
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? handle.close() }
        return [UInt8](try handle.read(upToCount: RawTableLimits.standard.bytes + 1) ?? Data())
    }

    /// The sheets in sight beside the one that is read.
    func otherSheets(_ said: MappingAnswers) -> [String] {
        guard case .workbook(let workbook) = content, said.sheet == nil else { return [] }
        return workbook.sheets.filter { !$0.isHidden }.dropFirst().map(\.name)
    }

    /// Looks at the file with what was said.
    ///
    /// - Throws: ``MappingAnswerFault``.
    func look(_ targets: MappingTargets, _ said: MappingAnswers) throws(MappingAnswerFault) -> MappingLook {
        switch table(said) {
        case .failure(let cause): return cause.look
        case .success(let table):
            let dialogue = try MappingDialogue(
                table, kinds: targets.kinds, known: targets.known, named: name, said: said)
            return MappingLook(dialogue, table)
        }
    }

    /// Why the file cannot be cut into rows.
    private struct Uncut: Error {
        let look: MappingLook
    }

    private func table(_ said: MappingAnswers) -> Result<RawTable, Uncut> {
        do {
            switch content {
            case .text(let bytes):
                return .success(
                    try RawTable(text: PlainTable(bytes, declared: said.encoding, delimiter: said.delimiter)))
            case .workbook(let workbook): return .success(try RawTable(workbook, sheet: said.sheet))
            }
        } catch let fault as TextFault {
            return .failure(Uncut(look: MappingLook(encoding: fault)))
        } catch let fault as RawTableFault {
            return .failure(Uncut(look: MappingLook(fault.told)))
        } catch let failure as WorkbookFailure {
            return .failure(Uncut(look: MappingLook(failure.told)))
        } catch {
            return .failure(Uncut(look: MappingLook(FileProblem.unreadable(name, .init(error)).text)))
        }
    }
}

/// What a look at a file has shown.
struct MappingLook {
    /// What is proposed; `nil` where the file could not be cut into rows.
    let dialogue: MappingDialogue?
    /// The rows.
    let table: RawTable?
    /// What has to be answered.
    let open: [MappingProposal.Question]
    /// What has to be mended.
    let faults: [LocalizedText]

    init(_ dialogue: MappingDialogue, _ table: RawTable) {
        self.dialogue = dialogue
        self.table = table
        open = dialogue.open
        faults = dialogue.faults
    }

    /// A file that no answer helps.
    init(_ fault: LocalizedText) {
        (dialogue, table, open, faults) = (nil, nil, [], [fault])
    }

    /// A text whose letters cannot be told.
    init(encoding fault: TextFault) {
        (dialogue, table, faults) = (nil, nil, [])
        open = [fault.question]
    }

    /// Whether the table is read whole.
    var isReady: Bool { dialogue?.isReady ?? false }
}

extension WorkbookFailure {
    /// What is wrong and what to do.
    var told: LocalizedText {
        LocalizedText(en: "\(message.en); \(remedy.en)", ru: "\(message.ru); \(remedy.ru)")
    }
}

extension RawTableFault {
    /// What is wrong and what to do.
    var told: LocalizedText {
        LocalizedText(en: "\(message.en); \(remedy.en)", ru: "\(message.ru); \(remedy.ru)")
    }
}
