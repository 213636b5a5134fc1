import Periods

/// The tables that say who and what: people, units, clients, products, plans.
enum AlfaTables {
    static var people: [SampleFile] {
        var people = TableBytes(columns: "id", "name")
        for person in AlfaStaff.people { people.row(person.id, person.name) }
        var units = TableBytes(columns: "id", "title_ru", "title_en", "parent")
        units.row("company", "Альфа Трейд", "Alfa Trade", "")
        units.row("moscow", "Филиал «Москва»", "Moscow branch", "company")
        units.row("kazan", "Филиал «Казань»", "Kazan branch", "company")
        units.row("novosibirsk", "Филиал «Новосибирск»", "Novosibirsk branch", "company")
        var positions = TableBytes(columns: "id", "title_ru", "title_en")
        positions.row("commercial_director", "Коммерческий директор", "Commercial director")
        positions.row("finance_director", "Финансовый директор", "Finance director")
        positions.row("unit_head", "Директор филиала", "Branch head")
        positions.row("sales_manager", "Менеджер по продажам", "Sales manager")
        positions.row("kam", "Менеджер по работе с ключевыми клиентами", "Key account manager")
        positions.row("accountant", "Бухгалтер по зарплате", "Payroll accountant")
        positions.row("export_manager", "Менеджер по экспорту", "Export manager")
        positions.row("export_agent", "Торговый агент по экспорту", "Export agent")
        return [
            people.file("people.csv"), units.file("units.csv"), positions.file("positions.csv"), assignments,
        ]
    }

    private static var assignments: SampleFile {
        var table = TableBytes(
            columns: "person", "position", "unit", "manager", "from", "until", "share", "base_pay", "target_bonus")
        for work in AlfaStaff.assignments {
            table.cells(work.person, work.position, work.unit, work.manager)
            table.cell(day: work.from)
            table.cell(day: work.until)
            table.cell("\(work.share)%")
            table.cell(kopecks: work.pay.base * 100)
            table.cell(kopecks: work.pay.bonus * 100)
            table.endRow()
        }
        return table.file("assignments.csv")
    }

    static func clients(_ clients: [AlfaClient]) -> SampleFile {
        var table = TableBytes(columns: "id", "title", "segment", "region")
        for client in clients { table.row(client.id, client.title, client.segment, client.region) }
        for client in AlfaExport.clients { table.row(client.id, client.title, "export", client.country) }
        return table.file("clients.csv")
    }

    static var products: SampleFile {
        var table = TableBytes(columns: "id", "title_ru", "title_en", "group", "cost")
        for product in AlfaProduct.all {
            table.cells(product.id, product.russian, product.english, product.group)
            table.cell(kopecks: product.cost)
            table.endRow()
        }
        return table.file("products.csv")
    }

    static func teams(_ clients: [AlfaClient]) -> SampleFile {
        var table = TableBytes(columns: "subject", "role", "person", "from", "until")
        for client in clients where client.segment == "key" {
            let holders = AlfaDesk.all[client.desk].holders
            for (place, holder) in holders.enumerated() {
                table.cells(client.id, "kam", holder.person)
                table.cell(day: holder.from)
                table.cell(day: place + 1 < holders.count ? holders[place + 1].from : nil)
                table.endRow()
            }
        }
        return table.file("teams.csv")
    }

    static func targets(_ targets: [AlfaTarget]) -> SampleFile {
        var table = TableBytes(columns: "metric", "subject", "period", "value")
        for target in targets {
            table.cells(target.metric, target.subject, target.period)
            if target.isMoney { table.cell(kopecks: target.value) } else { table.cell(number: target.value) }
            table.endRow()
        }
        return table.file("targets.csv")
    }

    static func entries(_ entries: [AlfaEntry]) -> SampleFile {
        var table = TableBytes(columns: "metric", "subject", "period", "value", "author", "evidence", "date")
        for entry in entries {
            table.cells(
                entry.metric, entry.subject, "2026-Q\(entry.quarter)", entry.value, entry.author, entry.evidence)
            table.cell(day: SampleYear.months[3 * entry.quarter - 1].last)
            table.endRow()
        }
        return table.file("entered.csv")
    }
}

extension TableBytes {
    /// Cells of text, one after the other.
    mutating func cells(_ texts: String...) {
        for text in texts { cell(text) }
    }

    /// A whole row of text.
    mutating func row(_ texts: String...) {
        for text in texts { cell(text) }
        endRow()
    }

    /// The table as a file.
    func file(_ path: String) -> SampleFile {
        SampleFile(path: path, bytes: bytes)
    }
}
