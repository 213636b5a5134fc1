import Formulas
import Messages
import Periods
import Quantities

extension Dice {
    /// A random tree of that height, made of every kind of part the language has.
    mutating func syntax(height: Int) -> Syntax {
        let nowhere = TextSpan(0, 0)
        guard height > 0 else { return leaf() }
        switch roll(11) {
        case 0: return leaf()
        case 1: return .negation(syntax(height: height - 1), nowhere)
        case 2: return .not(syntax(height: height - 1), nowhere)
        case 3: return .emptiness(syntax(height: height - 1), negated: roll(2) == 0, nowhere)
        case 4:
            return .conditional(
                syntax(height: height - 1), then: syntax(height: height - 1), otherwise: syntax(height: height - 1),
                nowhere)
        case 5:
            let arguments = (0..<roll(4)).map { _ in syntax(height: height - 1) }
            let filter = roll(2) == 0 ? nil : syntax(height: height - 1)
            return .call(name(), arguments, filter: filter, nowhere)
        default:
            let operation = pick(BinaryOperator.plus, BinaryOperator.allCases)
            return .binary(operation, syntax(height: height - 1), syntax(height: height - 1), nowhere)
        }
    }

    private mutating func leaf() -> Syntax {
        let nowhere = TextSpan(0, 0)
        switch roll(6) {
        case 0: return .text(pick("retail", ["", "a \"b\" c", "«розница»", "“x”", "\"»", "»”", "1 000"]), nowhere)
        case 1: return .day(CivilDay(number: Int32(roll(40_000))), nowhere)
        case 2: return .flag(roll(2) == 0, nowhere)
        case 3:
            return .name([name()] + (0..<roll(3)).map { _ in pick(name(), ["if", "да", "no", "где", "is"]) }, nowhere)
        default: return quantity()
        }
    }

    private mutating func name() -> String {
        pick("sales", ["SVфакт", "ДЗ", "дней", "h", "RUB", "_x", "b2b", "日本", "é", "round"])
    }

    private mutating func quantity() -> Syntax {
        let rouble = Currency(code: "RUB")
        let units: [UnitWord] = [
            .percent, .currency(rouble), .days, .weeks, .minutes, .hours, .pieces, .currencyPerPiece(rouble),
        ]
        let unit = roll(3) == 0 ? nil : pick(units[0], units)
        // Sevens and sixties keep weeks and hours exact, tenths show the point.
        let tenths = FixedDecimal(roll(1_000_000) * 420)
        let value = (try? tenths.divided(by: 10)) ?? .zero
        return .number(value, unit: unit, TextSpan(0, 0))
    }
}
