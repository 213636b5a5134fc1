internal import Formulas
internal import Messages
internal import Quantities

/// Where a person stands on a plan's ramp.
struct RampStep: Hashable, Sendable {
    /// The number of his period on the plan, from 1.
    var number: Int
    /// How many periods the ramp has.
    var of: Int
    /// The share with which his targets count.
    var share: FixedDecimal

    /// `ramp: period 1 of 2, 50 %`
    var text: LocalizedText {
        let percent = Percentage(share)
        return LocalizedText(
            en: "ramp: period \(number) of \(of), \(percent)", ru: "разгон: период \(number) из \(of), \(percent)")
    }
}

extension LocalizedText {
    /// Two notes in one.
    func followed(by other: LocalizedText) -> LocalizedText {
        LocalizedText(en: "\(en); \(other.en)", ru: "\(ru); \(other.ru)")
    }
}
