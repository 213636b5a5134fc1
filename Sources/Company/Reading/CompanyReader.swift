internal import Formulas
public import Messages

/// Reads the files of a company folder into a ``CompanyModel``.
///
/// What is asked for here is put together out of the steps of ``ReadCompany``.
public enum CompanyReader {
    /// How many bytes a YAML file may have: what is larger was not written by a person.
    public static let textLimit = 8 << 20

    /// The company, and everything found while reading it.
    ///
    /// The model is `nil` when an error was found. Warnings and notes do not stop anything.
    public static func read(_ files: [SourceFile]) -> (model: CompanyModel?, diagnostics: [Diagnostic]) {
        let reading = reading(files)
        return (reading.model, reading.diagnostics)
    }
}
