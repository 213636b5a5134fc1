public import Importing
public import Messages

/// A file whose rows somebody looks at: cut into rows as the answers say.
public struct OpenedFile {
    /// What is in a file.
    public enum Content {
        /// A table of text.
        case text([UInt8])
        /// A workbook.
        case workbook(Workbook)
    }

    /// The file's name.
    public let name: String
    /// What is in it.
    public let content: Content

    /// Takes what was read of a file.
    public init(name: String, _ content: Content) {
        self.name = name
        self.content = content
    }

    /// The sheets in sight beside the one that is read.
    public func otherSheets(_ said: MappingAnswers) -> [String] {
        guard case .workbook(let workbook) = content, said.sheet == nil else { return [] }
        return workbook.sheets.filter { !$0.isHidden }.dropFirst().map(\.name)
    }

    /// Looks at the file with what was said.
    ///
    /// - Parameter mends: What somebody has mended in its rows.
    /// - Throws: ``MappingAnswerFault`` for an answer that names what is not there.
    public func look(
        _ targets: MappingTargets, _ said: MappingAnswers, mends: RowMends = RowMends()
    ) throws(MappingAnswerFault) -> MappingLook {
        switch table(said) {
        case .failure(let cause): return cause.look
        case .success(let table):
            let table = table.mended(by: mends)
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
            return .failure(Uncut(look: MappingLook(LocalizedText("\(error)"))))
        }
    }
}

/// What a look at a file has shown.
public struct MappingLook: Sendable {
    /// What is proposed; `nil` where the file could not be cut into rows.
    public let dialogue: MappingDialogue?
    /// The rows.
    public let table: RawTable?
    /// What has to be answered.
    public let open: [MappingProposal.Question]
    /// What has to be mended.
    public let faults: [LocalizedText]

    /// What a dialogue over rows has shown.
    public init(_ dialogue: MappingDialogue, _ table: RawTable) {
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
    public var isReady: Bool { dialogue?.isReady ?? false }
}

extension WorkbookFailure {
    /// What is wrong and what to do.
    public var told: LocalizedText {
        LocalizedText(en: "\(message.en); \(remedy.en)", ru: "\(message.ru); \(remedy.ru)")
    }
}

extension RawTableFault {
    /// What is wrong and what to do.
    public var told: LocalizedText {
        LocalizedText(en: "\(message.en); \(remedy.en)", ru: "\(message.ru); \(remedy.ru)")
    }
}
