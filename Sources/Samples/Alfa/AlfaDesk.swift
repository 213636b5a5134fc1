import Periods

/// A book of clients: it stays when the person who serves it changes.
struct AlfaDesk {
    let branch: Int
    let isKey: Bool
    /// Who serves it, from which day; the first from the beginning.
    let holders: [(person: String, from: CivilDay)]

    /// Who serves the clients on that day.
    func holder(on day: CivilDay) -> String {
        holders.last { $0.from <= day }?.person ?? holders.first?.person ?? ""
    }

    /// How busy the clients are in a month, in percent of the usual.
    func activity(month: Int) -> Int {
        switch holder(on: SampleYear.day(month, 15)) {
        // On leave for the whole of July: a month without sales.
        case "semenova" where month == 7: 0
        // Ill in November, while a large return comes in: more goes back than is sold.
        case "egorov" where month == 11: 12
        default: 100
        }
    }
}

extension AlfaDesk {
    static let all: [AlfaDesk] = [
        desk(0, "ivanov"), desk(0, "petrova"), desk(0, "smirnov", ("morozov", 8, 20)), desk(0, "kuznetsova"),
        // Kept warm by Petrova until Morozov arrives.
        desk(0, "petrova", ("morozov", 3, 16)),
        desk(0, key: "sokolova"), desk(0, key: "gromov", ("sokolova", 9, 19)),
        desk(1, "nikitin"), desk(1, "valieva"), desk(1, "morozov", ("valieva", 3, 16), ("mironova", 5, 18)),
        desk(1, "zakirov"),
        desk(1, key: "galeev"), desk(1, key: "safina"),
        desk(2, "fedorov"), desk(2, "semenova"), desk(2, "pavlova", ("egorov", 7, 1)), desk(2, "egorov"),
        desk(2, key: "lebedeva"), desk(2, key: "voronin"),
        // Clients of Voronin that he hands over to Pavlova.
        desk(2, key: "voronin", ("pavlova", 7, 1)),
    ]

    private static func desk(_ branch: Int, _ first: String, _ later: (String, Int, Int)...) -> AlfaDesk {
        AlfaDesk(branch: branch, isKey: false, holders: history(first, later))
    }

    private static func desk(_ branch: Int, key first: String, _ later: (String, Int, Int)...) -> AlfaDesk {
        AlfaDesk(branch: branch, isKey: true, holders: history(first, later))
    }

    private static func history(_ first: String, _ later: [(String, Int, Int)]) -> [(person: String, from: CivilDay)] {
        [(first, SampleYear.day(1, 1))] + later.map { ($0.0, SampleYear.day($0.1, $0.2)) }
    }
}
