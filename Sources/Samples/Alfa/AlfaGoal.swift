/// What a branch head undertook for a quarter, and how far he came.
struct AlfaGoal {
    let head: String
    let quarter: Int
    let goal: String
    let title: String
    let weight: Int
    let reached: Int
    let evidence: String
}

extension AlfaGoal {
    /// Three goals of every head for every quarter: the same three kinds, so that heads can be compared.
    static let all: [AlfaGoal] = AlfaStaff.heads.enumerated().flatMap { head, id in
        (1...4).flatMap { quarter in
            kinds.enumerated().map { place, kind in
                let reached = results[head][quarter - 1][place]
                return AlfaGoal(
                    head: id, quarter: quarter, goal: kind.id, title: kind.title, weight: kind.weight,
                    reached: reached, evidence: "\(kind.evidence) 2026-Q\(quarter): \(reached) из 100")
            }
        }
    }

    private static let kinds: [(id: String, title: String, weight: Int, evidence: String)] = [
        ("training", "Обучить всех менеджеров новой линейке", 40, "Ведомость экзамена"),
        ("debts", "Согласовать графики погашения со всеми должниками", 35, "Реестр графиков"),
        ("stock", "Сократить остатки неходовых товаров", 25, "Складской отчёт"),
    ]

    /// Per cent reached, by head, quarter and goal.
    private static let results: [[[Int]]] = [
        [[100, 80, 60], [90, 100, 100], [100, 40, 75], [110, 100, 90]],
        [[80, 80, 80], [100, 100, 40], [75, 90, 100], [100, 100, 100]],
        [[50, 100, 100], [60, 70, 80], [100, 100, 130], [90, 60, 100]],
    ]
}

/// A reward given on the spot for something seen.
struct AlfaReward {
    let person: String
    let given: String
    let amount: Int
    let author: String
    let reason: String
    let event: String
    let happened: String
}

extension AlfaReward {
    static let all: [AlfaReward] = [
        .init(
            person: "ivanov", given: "2026-01-28 16:05", amount: 5_000, author: "belov",
            reason: "Разобрал претензию клиента за час", event: "claim Q002", happened: "2026-01-28 15:00"),
        .init(
            person: "valieva", given: "2026-02-17 10:30", amount: 7_000, author: "khasanova",
            reason: "Ввела новичка в курс дела", event: "", happened: "2026-02-16 09:00"),
        .init(
            person: "sokolova", given: "2026-04-14 12:00", amount: 10_000, author: "belov",
            reason: "Вернула клиента от конкурента", event: "", happened: "2026-04-13 17:45"),
        .init(
            person: "kuznetsova", given: "2026-05-21 11:20", amount: 8_000, author: "belov",
            reason: "Нашла ошибку в ценах до отгрузки", event: "", happened: "2026-05-21 10:55"),
        // The branch has 7 000 of its 25 000 left: this one is above the budget and is not paid.
        .init(
            person: "petrova", given: "2026-06-24 15:10", amount: 9_000, author: "belov",
            reason: "Подменила коллегу на переговорах", event: "", happened: "2026-06-24 13:00"),
        .init(
            person: "ivanov", given: "2026-06-26 09:40", amount: 6_000, author: "belov",
            reason: "Собрал просроченный долг за день", event: "", happened: "2026-06-25 18:00"),
        .init(
            person: "fedorov", given: "2026-08-12 17:00", amount: 5_000, author: "tikhonov",
            reason: "Перестроил маршрут объезда клиентов", event: "", happened: "2026-08-11 12:00"),
        .init(
            person: "safina", given: "2026-11-19 14:30", amount: 12_000, author: "khasanova",
            reason: "Провела клиентов через сбой доставки", event: "", happened: "2026-11-18 08:30"),
    ]
}
