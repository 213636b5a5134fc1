internal import Messages
import Paper
import Quantities
import Reports

extension Console {
    /// Tells why a document or a workbook could not be made, and gives the exit code that ends the command.
    func notMade(_ error: any Error) -> any Error {
        switch error {
        case let failure as PaperFailure: fail(failure.text)
        case let failure as SheetFailure: fail(failure.text)
        case let failure as QuantityError: fail(LocalizedText(failure))
        default: return error
        }
        return ExitStatus.files
    }
}
