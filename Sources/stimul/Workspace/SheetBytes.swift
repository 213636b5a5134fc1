import Company
import Formulas
import Importing

/// A sheet of a workbook as a table of text, read when somebody asks for it.
///
/// What is wrong with the workbook is said of the table that it was to be; a workbook that is no table disturbs nobody.
final class SheetBytes: ByteSource {
    private let bytes: Once<Result<[UInt8], ByteSourceFailure>>

    init(of path: String, _ writing: CompanyReader.SheetWriting) {
        bytes = Once {
            do throws(WorkbookFailure) {
                let text = SheetText(
                    delimiter: writing.delimiter, decimalMark: writing.decimalMark, hasHeader: writing.hasHeader)
                return .success(
                    try text.bytes(try Workbook(opening: path), writing.name.map { .named($0) } ?? .first))
            } catch {
                var failure = ByteSourceFailure(error.message)
                failure.remedy = error.remedy
                return .failure(failure)
            }
        }
    }

    /// Whoever reads one that cannot be read asks for a byte of it, and learns why.
    var count: Int {
        switch bytes.value {
        case .success(let bytes): bytes.count
        case .failure: 1
        }
    }

    func read(into memory: UnsafeMutableRawBufferPointer, at offset: Int) throws(ByteSourceFailure) {
        let bytes = try bytes.value.get()
        memory.copyBytes(from: bytes[offset..<offset + memory.count])
    }
}
