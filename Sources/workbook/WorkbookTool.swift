import Foundation
import Importing
internal import Messages

/// Shows how a workbook is read, and how long it takes: a tool of the workshop, not of the product.
@main
struct WorkbookTool {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count >= 2, ["rows", "time", "sheets"].contains(arguments[0]) else {
            FileHandle.standardError.write(
                Data(
                    """
                    usage: workbook sheets <file>
                           workbook rows <file> [<sheet>]     every row as its number and its cells
                           workbook time <file> [<sheet>]     one line of JSON: rows, cells, texts, sum, seconds

                    """.utf8))
            exit(64)
        }
        let choice = arguments.count > 2 ? Workbook.Choice.named(arguments[2]) : .first
        do {
            switch arguments[0] {
            case "sheets": try list(arguments[1])
            case "rows": try show(arguments[1], choice)
            default: try time(arguments[1], choice)
            }
        } catch let failure as WorkbookFailure {
            FileHandle.standardError.write(Data("\(failure.text.en)\n\(failure.text.ru)\n".utf8))
            exit(1)
        }
    }

    private static func list(_ path: String) throws {
        for sheet in try Workbook(opening: path).sheets { print(sheet.isHidden ? "hidden" : "shown", sheet.name) }
    }

    private static func show(_ path: String, _ choice: Workbook.Choice) throws {
        try Workbook(opening: path).read(choice) { row in
            print(
                row.number, row.cells.map { "\($0.column)=\(text($0.value))" }.joined(separator: "\t"), separator: "\t")
            return .goOn
        }
    }

    private static func text(_ cell: Cell) -> String {
        switch cell {
        case .empty: ""
        case .text(let text): "'\(VisibleText.line(text))'"
        case .number(let text): text
        case .day(let day): "\(day)"
        case .moment(let day, second: let second): "\(day)T\(second)s"
        case .time(let seconds): "\(seconds)s"
        case .boolean(let flag): flag ? "true" : "false"
        case .error(.code(let code)): code
        case .error(.notCalculated): "#?"
        }
    }

    /// Looks at every cell, so that nothing of the work can be left out.
    private static func time(_ path: String, _ choice: Workbook.Choice) throws {
        let clock = ContinuousClock()
        let start = clock.now
        var rows = 0
        var cells = 0
        var texts = 0
        var sum = 0.0
        try Workbook(opening: path).read(choice) { row in
            rows += 1
            cells += row.cells.count
            for cell in row.cells {
                switch cell.value {
                case .text(let text): texts += text.utf8.count
                case .number(let text): sum += Double(text) ?? 0
                default: break
                }
            }
            return .goOn
        }
        let seconds = (clock.now - start) / .seconds(1)
        print(
            "{\"rows\": \(rows), \"cells\": \(cells), \"text_bytes\": \(texts), \"sum\": \(sum), \"seconds\": \(seconds)}"
        )
    }
}
