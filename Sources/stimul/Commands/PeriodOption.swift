import ArgumentParser
import Company
import Formulas
import Periods

/// Which periods a command looks at.
struct PeriodOption: ParsableArguments {
    @Option(
        name: .long,
        help: "Which period: 2026-03, 2026-Q1, 2026-H1, 2026, 2026-W05, 2026-03-31, or all (default).")
    var period: String = "all"

    /// The days asked for.
    func range(_ model: CompanyModel, _ options: CommonOptions) throws -> DayRange {
        try parsed(model, options).range
    }

    /// The period asked for.
    func parsed(_ model: CompanyModel, _ options: CommonOptions) throws -> Period {
        if let period = model.calendar.parse(period) { return period }
        let forms = "2026-03, 2026-Q1, 2026-H1, 2026, 2026-W05, 2026-03-31"
        throw options.wrong(
            LocalizedText(
                en: "there is no period '\(period)'; write \(forms) or all",
                ru: "периода «\(period)» не бывает; пишите \(forms) или all"))
    }
}
