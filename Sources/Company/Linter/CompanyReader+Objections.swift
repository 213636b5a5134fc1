public import Messages

extension CompanyReader {
    /// What an experienced reader would object to in a company's plans, and what in them can hardly be meant; all of it warnings.
    ///
    /// ``reading(_:stored:threads:)`` says it too; this is for a company that was read in another way.
    public static func objections(to model: CompanyModel) -> [Diagnostic] {
        (Linter.findings(in: model) + Linter.doubts(in: model)).inReadingOrder()
    }
}
