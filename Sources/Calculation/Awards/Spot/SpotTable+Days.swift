internal import Company
internal import Formulas
internal import Messages
internal import Periods

extension SpotBudget {
    /// Rewards that no plan pays: nobody with a budget for them had the person on that day.
    static func unpaidRows(_ model: CompanyModel) -> [Diagnostic] {
        let payer = RewardPayer(model)
        let unpaid = model.awardRows.spot.filter { payer.payer(of: $0) == nil }
        guard let first = unpaid.first else { return [] }
        return [
            Diagnostic(
                .note, code: "unpaid-rewards", at: first.place,
                LocalizedText(
                    en:
                        "no plan pays \(unpaid.count) of \(model.awardRows.spot.count) rewards: \(DataNotes.list(unpaid.map(\.id)))",
                    ru:
                        "ни один план не платит вознаграждения (\(unpaid.count) из \(model.awardRows.spot.count)): \(DataNotes.list(unpaid.map(\.id)))"
                ),
                remedy: LocalizedText(
                    en: "a plan with a component 'spot: …' must be for the person on the day it was given",
                    ru: "план с составляющей «spot: …» должен действовать для сотрудника в день вознаграждения"))
        ]
    }

    /// A reward stands on the day it was given.
    static func recordedDays(_ model: CompanyModel) -> [ClosedRange<Int32>] { namedDays(model).map { $0...$0 } }

    static func namedDays(_ model: CompanyModel) -> [Int32] { model.awardRows.spot.map(\.given.day.number) }
}
