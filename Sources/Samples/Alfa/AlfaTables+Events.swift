import Periods

/// The tables that say what happened.
extension AlfaTables {
    static func sales(_ sales: [AlfaSale], _ clients: [AlfaClient]) -> SampleFile {
        var table = TableBytes(
            columns: "id", "date", "seller", "client", "product", "amount", "cost", "due_on", "paid_on")
        for sale in sales {
            table.cell(sale.id)
            table.cell(day: sale.day)
            table.cells(sale.seller, clients[sale.client].id, AlfaProduct.all[sale.product].id)
            table.cell(kopecks: sale.amount)
            table.cell(kopecks: sale.cost)
            table.cell(day: sale.due)
            table.cell(day: sale.paid)
            table.endRow()
        }
        return table.file("sale.csv")
    }

    static func shares(_ sales: [AlfaSale]) -> SampleFile {
        var table = TableBytes(columns: "sale", "person", "share")
        for sale in sales {
            guard let partner = sale.partner else { continue }
            table.row(sale.id, sale.seller, "\(100 - partner.percent)%")
            table.row(sale.id, partner.person, "\(partner.percent)%")
        }
        return table.file("sale_share.csv")
    }

    static func payments(_ payments: [AlfaPayment], _ clients: [AlfaClient]) -> SampleFile {
        var table = TableBytes(columns: "id", "date", "sale", "client", "seller", "amount")
        for (number, payment) in payments.enumerated() {
            table.cell(identifier("P", number + 1, width: 4))
            table.cell(day: payment.day)
            table.cells(payment.sale.id, clients[payment.sale.client].id, payment.seller)
            table.cell(kopecks: payment.amount)
            table.endRow()
        }
        return table.file("payment.csv")
    }

    static func returns(_ returns: [AlfaReturn], _ clients: [AlfaClient]) -> SampleFile {
        var table = TableBytes(columns: "id", "date", "seller", "client", "product", "amount", "cost", "sale")
        for (number, item) in returns.enumerated() {
            table.cell(identifier("R", number + 1, width: 3))
            table.cell(day: item.day)
            table.cells(item.sale.seller, clients[item.sale.client].id, AlfaProduct.all[item.sale.product].id)
            table.cell(kopecks: item.amount)
            table.cell(kopecks: item.cost)
            table.cell(item.sale.id)
            table.endRow()
        }
        return table.file("return.csv")
    }

    static func calls(_ calls: [AlfaCall]) -> SampleFile {
        var table = TableBytes(columns: "id", "date", "seller", "result", "minutes")
        for (number, call) in calls.enumerated() {
            table.cell(identifier("K", number + 1, width: 4))
            table.cell(day: call.day)
            table.cells(call.seller, call.isEffective ? "effective" : "none")
            table.cell(tenths: call.length)
            table.endRow()
        }
        return table.file("call.csv")
    }

    static func leads(_ leads: [AlfaLead]) -> SampleFile {
        var table = TableBytes(columns: "id", "date", "seller", "taken_on", "status")
        for (number, lead) in leads.enumerated() {
            table.cell(identifier("L", number + 1, width: 4))
            table.cell(day: lead.day)
            table.cell(lead.seller)
            table.cell(day: lead.takenOn)
            table.cell(lead.status)
            table.endRow()
        }
        return table.file("lead.csv")
    }

    static func claims(_ claims: [AlfaClaim], _ clients: [AlfaClient]) -> SampleFile {
        var table = TableBytes(columns: "id", "date", "client", "seller", "settled_on")
        for (number, claim) in claims.enumerated() {
            table.cell(identifier("Q", number + 1, width: 3))
            table.cell(day: claim.day)
            table.cells(clients[claim.client].id, claim.seller)
            table.cell(day: claim.settledOn)
            table.endRow()
        }
        return table.file("claim.csv")
    }

    static func statuses(_ statuses: [AlfaStatus], _ clients: [AlfaClient]) -> SampleFile {
        var table = TableBytes(columns: "id", "date", "client", "seller", "status")
        for (number, status) in statuses.enumerated() {
            table.cell(identifier("T", number + 1, width: 4))
            table.cell(day: status.day)
            table.cells(clients[status.client].id, status.seller, status.status)
            table.endRow()
        }
        return table.file("client_status.csv")
    }
}
