internal import Formulas
internal import Messages
internal import Periods
public import Quantities

extension CompanyReader {
    /// The people who alone may approve, as a company's text names them; `nil` when it names nobody.
    ///
    /// Nothing else of the text is looked at, so it is known even of a text that does not fit the rows of today.
    public static func approvers(in text: [SourceFile]) -> [String]? {
        let company = documents(in: text).documents[.company].first?.value.pairs ?? []
        return company.first { $0.key.text == "approvers" }?.value.elements.compactMap(\.text)
    }

    /// The currency in which a company pays, as its text says; `nil` when the text does not say it as it has to.
    ///
    /// No table decides it, so none is read.
    public static func currency(in text: [SourceFile]) -> Currency? {
        let (documents, findings) = documents(in: text)
        let currency = CompanySettings(documents, findings).currency
        return findings.hasErrors ? nil : currency
    }
}
