internal import Charts
public import HTML

/// What one more deal would bring, as the whole company would be calculated with it.
public struct OneMoreDeal: Sendable {
    /// What a deal is called: "Sale".
    public var kind: String
    /// What is asked about, as it stands in its field.
    public var entered: String
    /// What is wrong with what was entered.
    public var error: String?
    /// What is asked about, as an amount.
    public var amount: String
    /// What the person would earn more.
    public var gain: Amount
    /// What is said instead while it is not known what it would bring.
    public var waits: String?
    /// What of the pay would move, where it is more than one part.
    public var parts: [MyPay.Part]
    /// Exact answers for other amounts, the smaller first.
    public var points: [Point]
    /// The next amount from which more is another share of it.
    public var step: Point?
    /// What has come in the period so far, and at which amount the next step is.
    public var progress: (soFar: Figure, step: Figure)?
    /// On which day the deal is supposed, and what is left empty of it.
    public var note: String

    /// An amount and what it would bring.
    public struct Point: Sendable {
        let amount: String
        let gain: Amount

        /// A point.
        public init(_ amount: String, _ gain: Amount) {
            self.amount = amount
            self.gain = gain
        }
    }

    /// A deal; its other parts are filled in by whoever asks the engine.
    public init(kind: String, entered: String, amount: String, gain: Amount, note: String) {
        self.kind = kind
        self.entered = entered
        self.amount = amount
        self.gain = gain
        self.note = note
        parts = []
        points = []
    }
}

/// One more deal: its amount, and what it would bring.
struct OneMoreCard: Component {
    let deal: OneMoreDeal
    let pay: MyPay
    let language: Language

    var body: some Markup {
        Card(name: "deal", heading: DealWords.heading[language]) {
            if let waits = deal.waits {
                p { DealWords.of(deal.kind, deal.amount)[language] + ": " + waits }
            } else {
                p {
                    DealWords.answer(deal.kind, deal.amount)[language]
                    " "
                    strong { AmountText(deal.gain, in: language) }
                    " " + pay.currency
                }
            }
            if deal.parts.count > 1 {
                SummaryList(
                    deal.parts.map { SummaryRow($0.title, .amount($0.amount), note: $0.note) }, amounts: true,
                    in: language)
            }
            deal.step.map { step in
                p {
                    DealWords.step(step.amount)[language]
                    " "
                    AmountText(step.gain, in: language)
                    " " + pay.currency
                }
            }
            bullet.map { bullet in
                ChartFigure(
                    name: "step", finding: DealWords.way[language], description: DealWords.wayAbout[language],
                    caption: DealWords.way[language] + ", " + pay.currency, chart: bullet, in: language)
            }
            div(.class(.formRow)) {
                form(.get, action: Addresses.pay(pay.period, of: pay.person)) {
                    FormField(
                        name: "deal", label: DealWords.amount[language] + ", " + pay.currency,
                        errors: deal.error.map { [FieldError(field: "deal", $0)] } ?? [],
                        control: .line(value: deal.entered, mode: .decimal), in: language)
                    ActionButton(PayWords.ask[language], isMain: false)
                }
            }
            if !deal.points.isEmpty {
                details {
                    summary { DealWords.others[language] }
                    DataTable(
                        name: "points", caption: DealWords.others[language] + ", " + pay.currency,
                        columns: [
                            Column(DealWords.amount[language], figures: true),
                            Column(DealWords.brings[language], figures: true),
                        ], rows: deal.points.map { TableRow(.text($0.amount), [.amount($0.gain)]) }, language: language)
                }
            }
            p(.class(.muted)) { deal.note }
        }
    }

    private var bullet: Bullet? {
        deal.progress.flatMap { progress in
            try? Bullet(
                name: deal.kind, value: progress.soFar, target: nil, thresholds: [progress.step],
                state: DealWords.soFar[language])
        }
    }
}

/// The words of one more deal.
public enum DealWords {
    static let heading = Words(ru: "Ещё одна сделка", en: "One more deal")
    static func answer(_ kind: String, _ amount: String) -> Words {
        Words(ru: "\(kind) на \(amount) принесёт", en: "\(kind) of \(amount) would bring")
    }
    static func of(_ kind: String, _ amount: String) -> Words {
        Words(ru: "\(kind) на \(amount)", en: "\(kind) of \(amount)")
    }
    /// The company is calculated anew for it.
    public static let waits = Words(
        ru: "такой сделки ещё не бывало, и для неё заново рассчитывается вся компания. Обновите страницу через минуту.",
        en:
            "there was no such deal yet, so the whole company is being calculated anew for it. Reload this page in a minute."
    )
    /// It could not be worked out.
    public static let failed = Words(
        ru: "сейчас это не рассчитать. Обновите страницу позже или введите другую сумму.",
        en: "this cannot be worked out now. Reload the page later, or enter another amount.")
    static func step(_ amount: String) -> Words {
        Words(ru: "До следующей ступени \(amount); вместе с ней", en: "The next step is \(amount) away; with it")
    }
    static let way = Words(ru: "Путь до следующей ступени", en: "On the way to the next step")
    static let wayAbout = Words(
        ru: "Полоса: сделки этого периода. Черта: где начинается следующая ступень.",
        en: "A bar of this period's deals, and a tick where the next step begins.")
    static let soFar = Words(ru: "Сделки этого периода", en: "Deals of this period")
    static let amount = Words(ru: "Сумма сделки", en: "Amount of the deal")
    static let brings = Words(ru: "Принесёт", en: "Brings")
    static let others = Words(ru: "Другие суммы", en: "Other amounts")
    /// What was entered is no amount.
    public static let noAmount = Words(
        ru: "Введите сумму больше нуля, например 1 500 000,00.", en: "Enter an amount above zero, such as 1,500,000.00."
    )
    /// On which day it is supposed, and what it takes from the usual deal.
    public static func note(_ day: String, _ usual: String) -> Words {
        Words(
            ru: "Расчёт всей компании с такой сделкой от \(day). Остальное в ней — как в сделке \(usual); "
                + "то, что можно не заполнять, пусто.",
            en: "The whole company is calculated with such a deal on \(day). Everything else is as in \(usual); "
                + "what may be left empty is empty.")
    }
}
