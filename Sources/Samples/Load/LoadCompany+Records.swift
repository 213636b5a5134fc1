import Periods

/// The tables of the load company that say who, what and how much is planned.
extension LoadCompany {
    func writeStaff(
        _ staff: LoadStaff, _ generator: SeededGenerator, _ write: (String, [UInt8]) throws -> Void
    ) rethrows {
        var generator = generator.stream("staff")
        var people = TableBytes(columns: "id", "name")
        var assignments = TableBytes(
            columns: "person", "position", "unit", "manager", "from", "until", "share", "base_pay", "target_bonus")
        for person in 0..<staff.people {
            people.row(Self.person(person), "Person \(person + 1)")
            let level = staff.level(of: person)
            assignments.cells(
                Self.person(person), LoadStaff.positions[level], "d\(staff.department(of: person) + 1)",
                staff.manager(of: person).map(Self.person) ?? "", "2024-01-01", "", "")
            let bonus = generator.within(20...199) * 500_00 + level * 10_000_00
            assignments.cell(kopecks: 3 * bonus)
            assignments.cell(kopecks: bonus)
            assignments.endRow()
        }
        try write("people.csv", people.bytes)
        try write("assignments.csv", assignments.bytes)
        var units = TableBytes(columns: "id", "title", "parent")
        units.row("company", "Load", "")
        for department in 1...staff.directors { units.row("d\(department)", "Department \(department)", "company") }
        try write("units.csv", units.bytes)
        var positions = TableBytes(columns: "id", "title")
        for (id, title) in zip(LoadStaff.positions, ["Seller", "Team lead", "Regional head", "Director"]) {
            positions.row(id, title)
        }
        try write("positions.csv", positions.bytes)
    }

    func writeCatalogue(_ write: (String, [UInt8]) throws -> Void) rethrows {
        var products = TableBytes(columns: "id", "title", "group")
        for group in 1...groups { products.row("p\(group)", "Product \(group)", "g\(group)") }
        try write("products.csv", products.bytes)
        var table = TableBytes(columns: "id", "title")
        for client in 0..<clients { table.row(Self.client(client), "Client \(client + 1)") }
        try write("clients.csv", table.bytes)
    }

    /// A plan of sales for every person and month, skewed about what is to be expected of him.
    func writeTargets(
        _ weights: LoadWeights, _ generator: SeededGenerator, _ write: (String, [UInt8]) throws -> Void
    ) rethrows {
        var generator = generator.stream("targets")
        var table = TableBytes(columns: "metric", "subject", "period", "value")
        let names = (0..<people).map(Self.person)
        for month in 0..<months {
            let label = String(day(ofMonth: month).description.prefix(7))
            for person in 0..<people {
                let parts = weights.weights[person].multipliedFullWidth(by: sales * 1000 / months)
                let thousandths = weights.total.dividingFullWidth(parts).quotient
                // A sale averages 1,027.22, and 94 in a hundred roubles of sales remain after returns.
                let plan = SkewTable.plans.draw(middle: max(thousandths, 1) * 102_722 / 1000 * 94 / 100, &generator)
                table.cells("sales", names[person], label)
                table.cell(kopecks: max(100_00, plan / 100_00 * 100_00))
                table.endRow()
            }
            try write("targets.csv", table.take())
        }
    }

    static func person(_ number: Int) -> String { identifier("p", number + 1, width: 5) }
    static func client(_ number: Int) -> String { identifier("c", number + 1, width: 6) }
}
