import Periods

/// Where a person works, from when and for what pay.
struct AlfaAssignment {
    let person: String
    let position: String
    let unit: String
    let manager: String
    var from = CivilDay(year: 2024, month: 3, day: 1) ?? .earliest
    var until: CivilDay?
    var share = 100
    /// Monthly pay in roubles where it is not the position's usual one.
    var ownBase: Int?

    /// True when the assignment holds on the day.
    func holds(on day: CivilDay) -> Bool {
        from <= day && until.map { day < $0 } ?? true
    }

    /// True when the person sells: a sales manager or a key account manager.
    var sells: Bool { position == "sales_manager" || position == "kam" }

    /// Monthly pay at full time and the target bonus of the position's plan for its period, in roubles.
    var pay: (base: Int, bonus: Int) {
        switch position {
        case "accountant": (120_000, 0)
        case "export_manager": (ownBase ?? 90_000, 0)
        case "export_agent": (60_000, 0)
        case "sales_manager": (80_000, 30_000)
        case "kam": (160_000, 120_000)
        case "unit_head": (180_000, 150_000)
        case "finance_director": (350_000, 0)
        default: (400_000, 400_000)
        }
    }
}

/// The people of Alfa Trade and the history of their work in 2026.
enum AlfaStaff {
    static let branches = ["moscow", "kazan", "novosibirsk"]
    static let heads = ["belov", "khasanova", "tikhonov"]

    static let people: [(id: String, name: String)] = [
        ("orlova", "Орлова Елена Викторовна"),
        ("litvinova", "Литвинова Вера Александровна"),
        ("belov", "Белов Андрей Николаевич"),
        ("ivanov", "Иванов Сергей Петрович"),
        ("petrova", "Петрова Ольга Игоревна"),
        ("smirnov", "Смирнов Дмитрий Алексеевич"),
        ("kuznetsova", "Кузнецова Анна Павловна"),
        ("sokolova", "Соколова Мария Андреевна"),
        ("gromov", "Громов Илья Сергеевич"),
        ("khasanova", "Хасанова Алсу Маратовна"),
        ("nikitin", "Никитин Павел Олегович"),
        ("valieva", "Валиева Гузель Ринатовна"),
        ("morozov", "Морозов Антон Викторович"),
        ("zakirov", "Закиров Тимур Ильдарович"),
        ("mironova", "Миронова Дарья Сергеевна"),
        ("galeev", "Галеев Рустам Фаридович"),
        ("safina", "Сафина Лилия Азатовна"),
        ("tikhonov", "Тихонов Виктор Юрьевич"),
        ("fedorov", "Фёдоров Кирилл Денисович"),
        ("semenova", "Семёнова Ирина Львовна"),
        ("pavlova", "Павлова Наталья Евгеньевна"),
        ("egorov", "Егоров Максим Андреевич"),
        ("lebedeva", "Лебедева Татьяна Борисовна"),
        ("voronin", "Воронин Алексей Михайлович"),
        ("rybakova", "Рыбакова Нина Петровна"),
        ("volkov", "Волков Егор Романович"),
        ("zaitseva", "Зайцева Полина Игоревна"),
    ]

    static let assignments: [AlfaAssignment] = [
        .init(person: "orlova", position: "commercial_director", unit: "company", manager: ""),
        .init(person: "litvinova", position: "finance_director", unit: "company", manager: ""),
        .init(person: "belov", position: "unit_head", unit: "moscow", manager: "orlova"),
        .init(person: "khasanova", position: "unit_head", unit: "kazan", manager: "orlova"),
        .init(person: "tikhonov", position: "unit_head", unit: "novosibirsk", manager: "orlova"),
        .moscow("ivanov"), .moscow("petrova"), .moscow("kuznetsova"),
        // Smirnov leaves; his last day is 19 August.
        .init(
            person: "smirnov", position: "sales_manager", unit: "moscow", manager: "belov",
            until: SampleYear.day(8, 20)),
        // Morozov moves from Kazan to Moscow in the middle of March.
        .init(
            person: "morozov", position: "sales_manager", unit: "kazan", manager: "khasanova",
            until: SampleYear.day(3, 16)),
        .init(
            person: "morozov", position: "sales_manager", unit: "moscow", manager: "belov",
            from: SampleYear.day(3, 16)),
        .moscow("sokolova", "kam"),
        // Gromov leaves in September, before his bonus of the year is due in full.
        .init(
            person: "gromov", position: "kam", unit: "moscow", manager: "belov", until: SampleYear.day(9, 19)),
        .kazan("nikitin"), .kazan("valieva"), .kazan("zakirov"),
        // Mironova is hired in the middle of May in the place of Morozov.
        .init(
            person: "mironova", position: "sales_manager", unit: "kazan", manager: "khasanova",
            from: SampleYear.day(5, 18)),
        .kazan("galeev", "kam"), .kazan("safina", "kam"),
        .novosibirsk("fedorov"), .novosibirsk("egorov"),
        .init(
            person: "semenova", position: "sales_manager", unit: "novosibirsk", manager: "tikhonov", share: 50),
        // Pavlova becomes a key account manager in the middle of the year.
        .init(
            person: "pavlova", position: "sales_manager", unit: "novosibirsk", manager: "tikhonov",
            until: SampleYear.day(7, 1)),
        .init(
            person: "pavlova", position: "kam", unit: "novosibirsk", manager: "tikhonov",
            from: SampleYear.day(7, 1)),
        .novosibirsk("lebedeva", "kam"), .novosibirsk("voronin", "kam"),
        // Two whom no plan pays, so that two can approve what everybody else is paid.
        .init(person: "rybakova", position: "accountant", unit: "company", manager: "litvinova"),
        .init(person: "volkov", position: "export_agent", unit: "moscow", manager: "orlova"),
        // Zaitseva is hired in April and moves to Novosibirsk in the middle of June, for more pay.
        .init(
            person: "zaitseva", position: "export_manager", unit: "moscow", manager: "orlova",
            from: SampleYear.day(4, 1), until: SampleYear.day(6, 15)),
        .init(
            person: "zaitseva", position: "export_manager", unit: "novosibirsk", manager: "orlova",
            from: SampleYear.day(6, 15), ownBase: 110_000),
    ]
}

extension AlfaAssignment {
    static func moscow(_ person: String, _ position: String = "sales_manager") -> Self {
        .init(person: person, position: position, unit: "moscow", manager: "belov")
    }

    static func kazan(_ person: String, _ position: String = "sales_manager") -> Self {
        .init(person: person, position: position, unit: "kazan", manager: "khasanova")
    }

    static func novosibirsk(_ person: String, _ position: String = "sales_manager") -> Self {
        .init(person: person, position: position, unit: "novosibirsk", manager: "tikhonov")
    }
}
