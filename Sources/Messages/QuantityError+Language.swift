public import Quantities

extension QuantityError: LocalizedValue {
    /// Why an exact calculation could not give an answer, in words.
    public func text(in language: Language) -> String {
        switch language {
        case .en: description
        case .ru: russian.text
        }
    }

    private var russian: RussianText {
        switch self {
        case .overflow(let operation): "число выходит за допустимые пределы: \(operation.russian)"
        case .divisionByZero: "деление на ноль"
        case .notANumber(let text): "«\(text)» — не десятичное число"
        case .tooManyDecimals(let text): "у «\(text)» больше \(FixedDecimal.scale) знаков после запятой"
        case .placesOutOfRange(let places): "знаков после запятой \(places), бывает от 0 до \(FixedDecimal.scale)"
        case .placesNotWhole(let places): "число знаков после запятой не целое: \(places)"
        case .unitMismatch(let left, let right): "единицы \(left) и \(right) разные"
        case .currencyMismatch(let left, let right): "валюты \(left) и \(right) разные"
        case .noWeights: "делить не по чему: все доли равны нулю"
        case .negativeWeight(let weight): "доля \(weight) меньше нуля"
        case .negativeRoot(let number): "у \(number) нет квадратного корня"
        case .belowLeast(let number, let least): "есть \(number), нужно не меньше \(least)"
        case .stepNotPositive(let step): "шаг \(step) должен быть больше нуля"
        }
    }
}

extension QuantityError.Operation {
    fileprivate var russian: String {
        switch self {
        case .addition: "сложение"
        case .subtraction: "вычитание"
        case .multiplication: "умножение"
        case .division: "деление"
        case .negation: "смена знака"
        case .rounding: "округление"
        case .parsing: "чтение числа"
        case .conversion: "перевод в целое число"
        case .weighing: "сложение долей"
        case .unitExponent: "сочетание единиц"
        }
    }
}
