internal import HTTPTypes
internal import Pages
internal import Payroll

/// Documents that are taken along (statements, approval sheets), and what a statement is compared with.
extension RouteTable {
    static let documents: [Route] = [
        .pay(
            .get, "/pay/{period}/statement.pdf", Words(ru: "Мой листок для печати", en: "My statement on paper"),
            StatementFileHandler.pdf),
        .pay(
            .get, "/pay/{period}/statement.xlsx", Words(ru: "Мой листок таблицей", en: "My statement as a workbook"),
            StatementFileHandler.workbook),
        .pay(
            .get, "/people/{person}/pay/{period}/statement.pdf",
            Words(ru: "Листок сотрудника для печати", en: "Statement of a person on paper"), StatementFileHandler.pdf),
        .pay(
            .get, "/people/{person}/pay/{period}/statement.xlsx",
            Words(ru: "Листок сотрудника таблицей", en: "Statement of a person as a workbook"),
            StatementFileHandler.workbook),
        .pay(
            .post, "/pay/{period}/disputes/compare",
            Words(ru: "Сравнить листок со своими суммами", en: "Compare a statement with one's own figures"),
            body: .long, DisputeHandler.compare),
        .pay(
            .post, "/pay/{period}/disputes/table",
            Words(ru: "Сравнить листок со своей таблицей", en: "Compare a statement with one's own table"),
            body: .table, DisputeHandler.compare),
        .right(
            [.seePay], .get, "/periods/{period}/approval.pdf", Words(ru: "Лист утверждения", en: "Approval sheet"),
            ApprovalSheetHandler.pdf),
    ]
}
