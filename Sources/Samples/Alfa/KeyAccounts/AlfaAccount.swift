import Periods

/// A key account of Alfa Trade with what its manager wrote down in 2026: made from a stream of its own, so that no other
/// table of the example changes.
struct AlfaAccount {
    let id: String
    /// The place in the list of clients.
    let place: Int
    let desk: AlfaDesk
    let tier: Tier
    let people: [AlfaContact]

    enum Tier: String {
        case a = "A"
        case b = "B"
        case c = "C"

        /// How many days may pass between calls, and how many do.
        var norm: Int {
            switch self {
            case .a: 14
            case .b: 30
            case .c: 60
            }
        }

        var pace: ClosedRange<Int> {
            switch self {
            case .a: 9...13
            case .b: 20...28
            case .c: 45...58
            }
        }
    }

    /// `034` of `c034`
    var number: String { String(id.dropFirst()) }

    /// The most powerful contact.
    var top: AlfaContact { people[0] }

    /// Who looks after it on a day.
    func manager(on day: CivilDay) -> String { desk.holder(on: day) }

    private static let tierA: Set<String> = [
        "c027", "c028", "c031", "c033", "c034", "c059", "c060", "c093", "c096", "c098",
    ]
    private static let tierC: Set<String> = ["c029", "c065", "c088", "c089", "c091", "c095"]

    /// The key accounts in the order of their identifiers.
    static func all(_ clients: [AlfaClient], _ generator: SeededGenerator) -> [AlfaAccount] {
        clients.enumerated().filter { $1.segment == "key" }.map { place, client in
            var generator = generator.stream("contacts \(client.id)")
            let tier: Tier = tierA.contains(client.id) ? .a : tierC.contains(client.id) ? .c : .b
            return AlfaAccount(
                id: client.id, place: place, desk: AlfaDesk.all[client.desk], tier: tier,
                people: AlfaContact.all(of: client.id, &generator))
        }
    }
}

/// A person at a key account.
struct AlfaContact {
    let id: String
    let name: String
    let function: String
    let position: String
    let role: String
    let power: Int
    var until: CivilDay?
}

extension AlfaContact {
    private static let jobs: [(function: String, position: String, role: String)] = [
        ("owner", "Генеральный директор", "signs"), ("category", "Руководитель категории", "decides"),
        ("purchasing", "Менеджер по закупкам", "evaluates"), ("logistics", "Начальник склада", "uses"),
        ("finance", "Главный бухгалтер", "gatekeeper"),
    ]
    private static let women = ["Ольга", "Ирина", "Светлана", "Наталья", "Марина", "Юлия", "Елена", "Анна"]
    private static let men = ["Андрей", "Сергей", "Павел", "Игорь", "Олег", "Денис", "Михаил", "Роман"]
    private static let surnames = [
        "Абрамов", "Баранов", "Воробьёв", "Гусев", "Дорофеев", "Ершов", "Жуков", "Зуев", "Калинин", "Лапин", "Миронов",
        "Назаров", "Осипов", "Панов", "Рогов", "Сазонов", "Титов", "Ушаков", "Фомин", "Хохлов", "Цветков", "Шилов",
    ]

    /// Three to five people, one of each function, the most powerful first.
    static func all(of client: String, _ generator: inout SeededGenerator) -> [AlfaContact] {
        let number = client.dropFirst()
        if client == AlfaPlanted.emerald { return emerald(String(number)) }
        let count = generator.within(3...5)
        // One decides; of the others nobody has so much power that he has to be seen every month.
        return (0..<count).map { place in
            let isWoman = generator.happens(permille: 500)
            let surname = generator.pick(surnames) ?? ""
            let first = generator.pick(isWoman ? women : men) ?? ""
            let power = place == 0 ? generator.within(8...9) : max(3, 8 - 2 * place + generator.within(-1...0))
            return AlfaContact(
                id: "k\(number)\(place)", name: surname + (isWoman ? "а " : " ") + first,
                function: jobs[(place + 1) % jobs.count].function, position: jobs[(place + 1) % jobs.count].position,
                role: jobs[(place + 1) % jobs.count].role, power: power)
        }
    }

    /// The people of the account on which the documents look: influence 82 of 130, the lever with the second.
    private static func emerald(_ number: String) -> [AlfaContact] {
        [
            AlfaContact(
                id: "k\(number)0", name: "Котов Андрей", function: "owner", position: "Генеральный директор",
                role: "signs", power: 10),
            AlfaContact(
                id: "k\(number)1", name: "Ильина Ольга", function: "category", position: "Руководитель категории",
                role: "decides", power: 8),
            AlfaContact(
                id: "k\(number)2", name: "Мин Алексей", function: "logistics", position: "Начальник склада",
                role: "uses", power: 5),
            AlfaContact(
                id: "k\(number)3", name: "Рогова Вера", function: "finance", position: "Главный бухгалтер",
                role: "gatekeeper", power: 3),
        ]
    }
}
