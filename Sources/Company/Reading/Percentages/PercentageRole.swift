internal import Formulas
internal import Messages
internal import Quantities

/// What a percentage is for, which decides what can hardly be meant.
///
/// A plain number is a ratio: `1` is 100 %. Who writes `rate: 1` for one percent pays a hundred times too much, and every formula still fits.
enum PercentageRole {
    /// A share of money that is paid: from 0 % to 100 %.
    case rate
    /// A part of a whole: from 0 % to 100 %.
    case part
    /// A threshold, a bound, a target, a payout: above 100 % is usual, below 0 % is not.
    case level
    /// Whatever a company measures: any sign and any size, as long as the sign of a percentage is there.
    case figure
}

/// A percentage as it was written.
struct WrittenPercentage {
    /// The ratio.
    var value: FixedDecimal
    /// Whether it has no sign: `1.5`, not `150%`.
    var isBare: Bool
    /// Where it stands.
    var place: Place?
}

extension PercentageRole {
    /// What is odd about a percentage.
    enum Oddity: String {
        /// A ratio of 1 or more without its sign: perhaps a percentage was meant.
        case withoutSign = "percent-sign"
        /// Below 0 %.
        case negative = "negative-percentage"
        /// More than the whole.
        case aboveWhole = "large-percentage"
    }

    /// What is odd about a percentage among those it was written with.
    ///
    /// A number near the ratios beside it is one of them: 1.03 below 0.97.
    func oddity(_ written: WrittenPercentage, largestRatio: FixedDecimal?) -> Oddity? {
        let value = written.value
        if written.isBare, value >= .one || value <= -1 {
            guard let largestRatio, let near = try? largestRatio.multiplied(by: 2), value <= near else {
                return .withoutSign
            }
        }
        switch self {
        case .rate, .part: return value.isNegative ? .negative : value > .one ? .aboveWhole : nil
        case .level: return value.isNegative ? .negative : nil
        case .figure: return nil
        }
    }

    /// The largest number below 1 written without a sign: who writes 0.97 writes ratios.
    static func largestRatio(_ written: [WrittenPercentage]) -> FixedDecimal? {
        written.filter { $0.isBare && $0.value > .zero && $0.value < .one }.map(\.value).max()
    }
}

extension WrittenPercentage {
    /// The number as it was written, without the sign it lacks: `1.5`.
    var bareText: String { value.text(places: nil) }

    /// The percentage that a person would write: `150%`.
    var signedText: String { (((try? value.multiplied(by: 100)) ?? value).text(places: nil)) + "%" }

    /// What is odd, in words.
    func message(_ oddity: PercentageRole.Oddity, _ role: PercentageRole) -> LocalizedText {
        switch (oddity, role) {
        case (.withoutSign, _):
            LocalizedText(
                en: "'\(bareText)' without a sign is \(value.percentText)",
                ru: "«\(bareText)» без знака — это \(value.percentText)")
        case (.negative, .rate):
            LocalizedText(
                en: "a rate of \(value.percentText) takes money for what is above zero",
                ru: "ставка \(value.percentText) отнимает деньги за то, что больше нуля")
        case (.negative, _):
            LocalizedText(
                en: "\(value.percentText) lies below 0 %", ru: "\(value.percentText) — меньше 0 %")
        case (.aboveWhole, .rate):
            LocalizedText(
                en: "a rate of \(value.percentText) pays more than it is a rate of",
                ru: "ставка \(value.percentText) платит больше, чем то, с чего она берётся")
        case (.aboveWhole, _):
            LocalizedText(
                en: "\(value.percentText) is more than the whole", ru: "\(value.percentText) — больше целого")
        }
    }

    /// What may have been meant; both readings are named.
    func remedy(_ oddity: PercentageRole.Oddity) -> LocalizedText {
        switch oddity {
        case .withoutSign:
            LocalizedText(
                en: "did you mean \(bareText)%? If \(value.percentText) is meant, write \(signedText)",
                ru: "вы имели в виду \(bareText)%? Если имелось в виду \(value.percentText), пишите \(signedText)")
        case .negative:
            LocalizedText(
                en:
                    "did you mean \(((try? value.negated()) ?? value).percentText)? If it is meant to be below zero, leave it",
                ru:
                    "вы имели в виду \(((try? value.negated()) ?? value).percentText)? Если знак «минус» нужен, оставьте"
            )
        case .aboveWhole:
            LocalizedText(
                en:
                    "did you mean \(((try? value.divided(by: 100)) ?? value).percentText)? If \(value.percentText) is meant, leave it",
                ru:
                    "вы имели в виду \(((try? value.divided(by: 100)) ?? value).percentText)? Если имелось в виду \(value.percentText), оставьте"
            )
        }
    }
}
