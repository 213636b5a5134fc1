/// Every function of the language, in one table.
///
/// The table is what the checker, the documentation and the command line's help read; a function that is not here does not exist.
public enum Function: String, CaseIterable, Sendable, Hashable {
    // Arithmetic
    case min, max, abs, round, round_half_even, floor, ceil, clamp, sqrt, otherwise
    // Figures out of events
    case sum, count, distinct, average, last, median
    // Time
    case ytd, trailing, previous, year_ago, todate, growth, variation, days, working_days
    // Other subjects
    case rollup, unit, company
    // Plans
    case target
    // Lines: what one person is credited with of one event
    case rate

    /// What a function works on.
    public enum Group: Sendable {
        /// Numbers give a number, anywhere.
        case arithmetic
        /// Events give a figure of a subject and a period.
        case aggregate
        /// A figure gives the same figure of another stretch of time.
        case window
        /// A figure gives the same figure of another subject.
        case subject
        /// The length of the period.
        case calendar
        /// The target of a metric.
        case target
        /// A figure of one line, inside a function over events.
        case line
    }

    /// What the function works on.
    public var group: Group {
        switch self {
        case .min, .max, .abs, .round, .round_half_even, .floor, .ceil, .clamp, .sqrt, .otherwise: .arithmetic
        case .sum, .count, .distinct, .average, .last, .median: .aggregate
        case .ytd, .trailing, .previous, .year_ago, .todate, .growth, .variation: .window
        case .rollup, .unit, .company: .subject
        case .days, .working_days: .calendar
        case .target: .target
        case .rate: .line
        }
    }

    /// The function as arithmetic knows it when it is called with so many arguments; `nil` when it works on something else.
    ///
    /// `min` and `max` of a single argument are figures out of events.
    func arithmetic(of argumentCount: Int) -> ArithmeticFunction? {
        if self == .min || self == .max, argumentCount == 1 { return nil }
        return ArithmeticFunction(rawValue: rawValue)
    }

    /// How many arguments it takes.
    public var arity: ClosedRange<Int> {
        switch self {
        case .min, .max: 1...20
        case .round: 1...2
        case .clamp: 3...3
        case .round_half_even, .otherwise, .trailing, .variation: 2...2
        case .previous: 1...2
        case .abs, .floor, .ceil, .sqrt, .sum, .count, .distinct, .average, .last, .median, .ytd, .year_ago, .todate,
            .growth, .days, .working_days, .rollup, .unit, .company, .target, .rate:
            1...1
        }
    }

    /// How a call is written.
    public var signature: String {
        switch self {
        case .min: "min(a, b, …)"
        case .max: "max(a, b, …)"
        case .abs: "abs(x)"
        case .round: "round(x), round(x, decimals)"
        case .round_half_even: "round_half_even(x, decimals)"
        case .floor: "floor(x)"
        case .ceil: "ceil(x)"
        case .clamp: "clamp(x, low, high)"
        case .sqrt: "sqrt(x)"
        case .otherwise: "otherwise(x, instead)"
        case .sum: "sum(event.field where …)"
        case .count: "count(event where …)"
        case .distinct: "distinct(event.field where …)"
        case .average: "average(event.field where …)"
        case .last: "last(event.field where …)"
        case .median: "median(event.field where …)"
        case .ytd: "ytd(x)"
        case .trailing: "trailing(x, periods)"
        case .previous: "previous(x), previous(x, periods)"
        case .year_ago: "year_ago(x)"
        case .todate: "todate(x)"
        case .growth: "growth(x)"
        case .variation: "variation(x, periods)"
        case .days: "days(period)"
        case .working_days: "working_days(period)"
        case .rollup: "rollup(x)"
        case .unit: "unit(x)"
        case .company: "company(x)"
        case .target: "target(metric)"
        case .rate: "rate(rate_table)"
        }
    }

    /// What it gives, in a line.
    public var summary: LocalizedText {
        switch self {
        case .min:
            LocalizedText(
                en: "the smallest; over events when given a field", ru: "наименьшее; по событиям, если дано поле")
        case .max:
            LocalizedText(
                en: "the largest; over events when given a field", ru: "наибольшее; по событиям, если дано поле")
        case .abs: LocalizedText(en: "the size without its sign", ru: "величина без знака")
        case .round:
            LocalizedText(en: "rounded half away from zero", ru: "округление: половина — от нуля")
        case .round_half_even:
            LocalizedText(en: "rounded half to the even digit", ru: "округление: половина — к чётной цифре")
        case .floor: LocalizedText(en: "the whole number below", ru: "целое снизу")
        case .ceil: LocalizedText(en: "the whole number above", ru: "целое сверху")
        case .clamp: LocalizedText(en: "x, held between two bounds", ru: "x в пределах двух границ")
        case .sqrt: LocalizedText(en: "the square root of a plain number", ru: "квадратный корень из числа")
        case .otherwise:
            LocalizedText(en: "x, or the second when x is not computable", ru: "x или второе, если x не вычислить")
        case .sum: LocalizedText(en: "the sum of a field over events", ru: "сумма поля по событиям")
        case .count: LocalizedText(en: "how many events", ru: "сколько событий")
        case .distinct: LocalizedText(en: "how many different values", ru: "сколько разных значений")
        case .average: LocalizedText(en: "the mean of a field over events", ru: "среднее поля по событиям")
        case .last: LocalizedText(en: "the field of the latest event", ru: "поле последнего события")
        case .median: LocalizedText(en: "the middle value over events", ru: "медиана поля по событиям")
        case .ytd: LocalizedText(en: "from the year's start to the period's end", ru: "с начала года по конец периода")
        case .trailing: LocalizedText(en: "the last periods with this one", ru: "последние периоды вместе с этим")
        case .previous: LocalizedText(en: "an earlier period", ru: "более ранний период")
        case .year_ago: LocalizedText(en: "the same period last year", ru: "тот же период прошлого года")
        case .todate: LocalizedText(en: "everything up to the period's end", ru: "всё по конец периода")
        case .growth: LocalizedText(en: "x − year_ago(x)", ru: "x − year_ago(x)")
        case .variation:
            LocalizedText(
                en: "standard deviation ÷ mean of the last periods",
                ru: "стандартное отклонение ÷ среднее последних периодов")
        case .days: LocalizedText(en: "the period's days", ru: "дней в периоде")
        case .working_days: LocalizedText(en: "the period's working days", ru: "рабочих дней в периоде")
        case .rollup:
            LocalizedText(en: "the person and all who report to him", ru: "сам сотрудник и все его подчинённые")
        case .unit:
            LocalizedText(en: "the person's unit with its subunits", ru: "подразделение сотрудника с вложенными")
        case .company: LocalizedText(en: "the whole company", ru: "вся компания")
        case .target: LocalizedText(en: "the target set for the metric", ru: "план по показателю")
        case .rate:
            LocalizedText(
                en: "inside a function over events: the rate of the event in a rate table",
                ru: "внутри функции по событиям: ставка события по таблице ставок")
        }
    }

    /// Other spellings of a name.
    public static let aliases: [String: Function] = [
        "мин": .min, "макс": .max, "модуль": .abs, "округлить": .round, "округлить_до_чётного": .round_half_even,
        "корень": .sqrt, "сумма": .sum,
        "количество": .count,
        "разных": .distinct, "среднее": .average, "последнее": .last, "медиана": .median, "план": .target,
        "ставка": .rate,
        "дней": .days, "рабочих_дней": .working_days, "прирост": .growth, "иначе_если_нет": .otherwise,
    ]

    /// The function a formula means by a name.
    public init?(spelled name: String) {
        guard let function = Function(rawValue: name) ?? Self.aliases[name] else { return nil }
        self = function
    }
}
