internal import Calculation
internal import Company
internal import Formulas
internal import Ledger
internal import Periods

/// A company as some text and some rows make it, laid out to be calculated.
struct CompanyVersion {
    let model: CompanyModel
    /// The company with all its events.
    let run: Run
    /// The company as it was known at the end of the posting.
    let known: Run

    /// Reads a company and lays its events out.
    ///
    /// - Parameter end: Gives, from the model, the first day after the pay period in which is posted.
    init(
        text: [SourceFile], tables: [PlainTable], threads: Int, end: (CompanyModel) throws(PayrollFailure) -> CivilDay
    ) async throws(PayrollFailure) {
        let (model, diagnostics, _) = CompanyReader.read(text: text, tables: tables)
        guard let model else { throw .company(diagnostics) }
        let day = try end(model)
        self.model = model
        run = Run(model, await LineEngine.computed(model, threads: threads))
        if StandingCalculator.asksWhatIsKnown(model) {
            let known = model.known(before: day)
            self.known = Run(known, await LineEngine.computed(known, threads: threads))
        } else {
            known = run
        }
    }
}
