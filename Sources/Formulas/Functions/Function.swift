public import Messages

/// Every function of the language, in one table.
///
/// The table is what the checker, the documentation and the command line's help read; a function that is not here does not exist.
/// A new one is a case and its entry; what it computes stands where its ``Meaning`` points to.
public enum Function: String, CaseIterable, Sendable, Hashable {
    // Arithmetic
    case min, max, abs, round, round_half_even, floor, ceil, ceil_to, clamp, sqrt, otherwise, enough
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
    public enum Meaning: Sendable, Hashable {
        /// Numbers give a number, anywhere.
        case arithmetic(ArithmeticFunction)
        /// Events give a figure of a subject and a period.
        case aggregate
        /// A figure gives the same figure of another stretch of time.
        case window(WindowFunction)
        /// A figure gives the same figure of another subject.
        case subject
        /// The length of the period.
        case calendar
        /// The target of a metric.
        case target
        /// A figure of one line, inside a function over events.
        case line
    }

    /// What the table says of a function.
    private struct Entry {
        let meaning: Meaning
        let arity: ClosedRange<Int>
        let signature: String
        let summary: LocalizedText
        let aliases: [String]

        init(
            _ meaning: Meaning, _ signature: String, takes arity: ClosedRange<Int> = 1...1, en: EnglishText,
            ru: RussianText,
            aliases: [String] = []
        ) {
            self.meaning = meaning
            self.arity = arity
            self.signature = signature
            self.summary = LocalizedText(en: en, ru: ru)
            self.aliases = aliases
        }
    }

    private var entry: Entry {
        switch self {
        case .min:
            Entry(
                .arithmetic(.min), "min(a, b, …)", takes: 1...20,
                en: "the smallest; over events when given a field", ru: "наименьшее; по событиям, если дано поле",
                aliases: ["мин"])
        case .max:
            Entry(
                .arithmetic(.max), "max(a, b, …)", takes: 1...20,
                en: "the largest; over events when given a field", ru: "наибольшее; по событиям, если дано поле",
                aliases: ["макс"])
        case .abs:
            Entry(
                .arithmetic(.abs), "abs(x)",
                en: "the size without its sign", ru: "величина без знака", aliases: ["модуль"])
        case .round:
            Entry(
                .arithmetic(.round), "round(x), round(x, decimals)", takes: 1...2,
                en: "rounded half away from zero", ru: "округление: половина — от нуля", aliases: ["округлить"])
        case .round_half_even:
            Entry(
                .arithmetic(.round_half_even), "round_half_even(x, decimals)", takes: 2...2,
                en: "rounded half to the even digit", ru: "округление: половина — к чётной цифре",
                aliases: ["округлить_до_чётного"])
        case .floor:
            Entry(
                .arithmetic(.floor), "floor(x)",
                en: "the whole number below", ru: "целое снизу")
        case .ceil:
            Entry(
                .arithmetic(.ceil), "ceil(x)",
                en: "the whole number above", ru: "целое сверху")
        case .ceil_to:
            Entry(
                .arithmetic(.ceil_to), "ceil_to(x, step)", takes: 2...2,
                en: "rounded up to a multiple of the step", ru: "округление вверх до кратного шагу",
                aliases: ["округлить_вверх_до"])
        case .clamp:
            Entry(
                .arithmetic(.clamp), "clamp(x, low, high)", takes: 3...3,
                en: "x, held between two bounds", ru: "x в пределах двух границ")
        case .sqrt:
            Entry(
                .arithmetic(.sqrt), "sqrt(x)",
                en: "the square root of a plain number", ru: "квадратный корень из числа", aliases: ["корень"])
        case .otherwise:
            Entry(
                .arithmetic(.otherwise), "otherwise(x, instead)", takes: 2...2,
                en: "x, or the second when x is not computable", ru: "x или второе, если x не вычислить",
                aliases: ["иначе_если_нет"])
        case .enough:
            Entry(
                .arithmetic(.enough), "enough(x, n, least)", takes: 3...3,
                en: "x, where n is not below the least; otherwise not computable",
                ru: "x, если n не меньше наименьшего; иначе не вычислить", aliases: ["если_хватает"])
        case .sum:
            Entry(
                .aggregate, "sum(event.field where …)",
                en: "the sum of a field over events", ru: "сумма поля по событиям", aliases: ["сумма"])
        case .count:
            Entry(
                .aggregate, "count(event where …)",
                en: "how many events", ru: "сколько событий", aliases: ["количество"])
        case .distinct:
            Entry(
                .aggregate, "distinct(event.field where …)",
                en: "how many different values", ru: "сколько разных значений", aliases: ["разных"])
        case .average:
            Entry(
                .aggregate, "average(event.field where …)",
                en: "the mean of a field over events", ru: "среднее поля по событиям", aliases: ["среднее"])
        case .last:
            Entry(
                .aggregate, "last(event.field where …)",
                en: "the field of the latest event", ru: "поле последнего события", aliases: ["последнее"])
        case .median:
            Entry(
                .aggregate, "median(event.field where …)",
                en: "the middle value over events", ru: "медиана поля по событиям", aliases: ["медиана"])
        case .ytd:
            Entry(
                .window(.ytd), "ytd(x)",
                en: "from the year's start to the period's end", ru: "с начала года по конец периода")
        case .trailing:
            Entry(
                .window(.trailing), "trailing(x, periods)", takes: 2...2,
                en: "the last periods with this one", ru: "последние периоды вместе с этим")
        case .previous:
            Entry(
                .window(.previous), "previous(x), previous(x, periods)", takes: 1...2,
                en: "an earlier period", ru: "более ранний период")
        case .year_ago:
            Entry(
                .window(.year_ago), "year_ago(x)",
                en: "the same period last year", ru: "тот же период прошлого года")
        case .todate:
            Entry(
                .window(.todate), "todate(x)",
                en: "everything up to the period's end", ru: "всё по конец периода")
        case .growth:
            Entry(
                .window(.growth), "growth(x)",
                en: "x − year_ago(x)", ru: "x − year_ago(x)", aliases: ["прирост"])
        case .variation:
            Entry(
                .window(.variation), "variation(x, periods)", takes: 2...2,
                en: "standard deviation ÷ mean of the last periods",
                ru: "стандартное отклонение ÷ среднее последних периодов")
        case .days:
            Entry(
                .calendar, "days(period)",
                en: "the period's days", ru: "дней в периоде", aliases: ["дней"])
        case .working_days:
            Entry(
                .calendar, "working_days(period)",
                en: "the period's working days", ru: "рабочих дней в периоде", aliases: ["рабочих_дней"])
        case .rollup:
            Entry(
                .subject, "rollup(x)",
                en: "the person and all who report to him", ru: "сам сотрудник и все его подчинённые")
        case .unit:
            Entry(
                .subject, "unit(x)",
                en: "the person's unit with its subunits", ru: "подразделение сотрудника с вложенными")
        case .company:
            Entry(
                .subject, "company(x)",
                en: "the whole company", ru: "вся компания")
        case .target:
            Entry(
                .target, "target(metric)",
                en: "the target set for the metric", ru: "план по показателю", aliases: ["план"])
        case .rate:
            Entry(
                .line, "rate(rate_table)",
                en: "inside a function over events: the rate of the event in a rate table",
                ru: "внутри функции по событиям: ставка события по таблице ставок", aliases: ["ставка"])
        }
    }

    /// What the function works on.
    public var meaning: Meaning { entry.meaning }

    /// How many arguments it takes.
    public var arity: ClosedRange<Int> { entry.arity }

    /// How a call is written.
    public var signature: String { entry.signature }

    /// What it gives, in a line.
    public var summary: LocalizedText { entry.summary }

    /// The function as arithmetic knows it when it is called with so many arguments; `nil` when it works on something else.
    ///
    /// `min` and `max` of a single argument are figures out of events.
    func arithmetic(of argumentCount: Int) -> ArithmeticFunction? {
        guard case .arithmetic(let function) = meaning else { return nil }
        return argumentCount == 1 && (self == .min || self == .max) ? nil : function
    }

    /// Other spellings of a name.
    public static let aliases: [String: Function] = Dictionary(
        allCases.flatMap { function in function.entry.aliases.map { ($0, function) } }
    ) { first, _ in first }

    /// The function a formula means by a name.
    public init?(spelled name: String) {
        guard let function = Function(rawValue: name) ?? Self.aliases[name] else { return nil }
        self = function
    }
}
