import Periods

/// Quarterly reviews with the largest accounts.
enum AlfaMeeting {
    private static let reasons = [
        "Показать выполнение плана за квартал и договориться о трёх действиях.",
        "Ответить на вопросы о сроках поставки и ценах следующего квартала.",
        "Рассказать о новой линейке и договориться о пробной выкладке в двух залах.",
        "Согласовать график погашения и порядок сверки до конца квартала.",
        "Объяснить причину недовоза в сентябре и показать принятые меры.",
        "Записать договорённости и разослать протокол всем участникам встречи.",
        "Познакомиться с новым начальником склада и пройти путь паллеты.",
    ]

    static func files(_ accounts: [AlfaAccount], _ generator: SeededGenerator) -> [SampleFile] {
        var meetings = TableBytes(
            columns: "id", "at", "client", "series", "important", "purpose", "agenda", "planned_client", "state")
        var people = TableBytes(columns: "id", "day", "meeting", "side", "who", "reason", "came", "surprise")
        var reviews = TableBytes(columns: "id", "at", "meeting", "person", "kept", "missed", "next")
        var (number, row, back) = (0, 0, 0)
        for (quarter, month) in [1, 4, 7, 10].enumerated() {
            for account in accounts where account.tier == .a {
                var generator = generator.stream("meetings \(account.id) \(quarter)")
                number += 1
                let id = identifier("e", number, width: 3)
                let day = day(account, month, &generator)
                let own = own(account, day, quarter)
                let came = came(account, quarter)
                meetings.cells(
                    id, "\(day) 11:00", account.id, "обзор \(account.number)", "yes", "review",
                    "План квартала; претензии; договорённости")
                meetings.cell(number: came)
                let isReviewed = !(account.id == AlfaPlanted.unreviewed && quarter == 3)
                meetings.row(isReviewed ? "reviewed" : "held")
                for (place, person) in own.enumerated() {
                    row += 1
                    people.row(
                        identifier("a", row, width: 3), day.description, id, "own", person,
                        reasons[place % reasons.count], "yes",
                        "no")
                    if isReviewed {
                        back += 1
                        reviews.row(
                            identifier("b", back, width: 3), "\(SampleYear.after(day, workingDays: 0)) 17:40", id,
                            person, "Начали с их целей", "Не спросили склад",
                            "Позвать начальника склада")
                    }
                }
                for place in 0..<came {
                    row += 1
                    // Who has no number among the contacts is a guest of the client's.
                    let who = place < account.people.count ? account.people[place].id : "гость \(place + 1)"
                    people.row(identifier("a", row, width: 3), day.description, id, "client", who, "", "yes", "no")
                }
            }
        }
        return [meetings.file("meeting.csv"), people.file("attendance.csv"), reviews.file("review.csv")]
    }

    private static func day(_ account: AlfaAccount, _ month: Int, _ generator: inout SeededGenerator) -> CivilDay {
        let usual = SampleYear.working(SampleYear.day(month, 20), plus: generator.within(0...7))
        guard month == 10 else { return usual }
        switch account.id {
        case AlfaPlanted.crowded: return SampleYear.day(10, 16)
        case AlfaPlanted.unreviewed: return SampleYear.day(10, 13)
        case AlfaPlanted.emptier: return SampleYear.day(10, 8)
        default: return usual
        }
    }

    /// How many of the client's came.
    private static func came(_ account: AlfaAccount, _ quarter: Int) -> Int {
        if account.id == AlfaPlanted.emptier { return [7, 8, 6, 3][quarter] }
        return 3
    }

    private static func own(_ account: AlfaAccount, _ day: CivilDay, _ quarter: Int) -> [String] {
        let manager = account.manager(on: day)
        let head = AlfaStaff.heads[account.desk.branch]
        guard account.id == AlfaPlanted.crowded, quarter == 3 else { return [manager, head] }
        return [manager, head, "orlova", "litvinova", "rybakova", "lebedeva", "pavlova"]
    }
}
