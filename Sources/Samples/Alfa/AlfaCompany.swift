/// Alfa Trade, a distributor of food and household goods: a year of a small company, made from a seed.
///
/// Three branches, twenty-seven people, some 140 clients and 30 products. What the tables mean and how people are paid
/// is written by hand in `Examples/alfa/*.yaml`.
///
///     AlfaCompany.files().map(\.path)   // ["people.csv", "units.csv", …]
public enum AlfaCompany {
    /// The tables of the company; the same for the same seed, byte for byte.
    public static func files(seed: UInt64 = 2026) -> [SampleFile] {
        let generator = SeededGenerator(seed: seed)
        let clients = AlfaClient.all(generator)
        var sales = AlfaSale.all(clients, generator)
        let returns = AlfaReturn.all(&sales, clients: clients, generator)
        let payments = AlfaPayment.all(&sales, clients: clients, generator)
        if let cancelled = AlfaSale.cancelled(sales) { sales.append(cancelled) }
        let claims = AlfaClaim.all(clients, generator)
        return AlfaTables.people + [
            AlfaTables.clients(clients),
            AlfaTables.products,
            AlfaTables.teams(clients),
            AlfaTables.targets(AlfaTarget.all(clients, generator)),
            AlfaTables.entries(AlfaEntry.all(sales, returns, generator)),
            AlfaTables.sales(sales, clients),
            AlfaTables.shares(sales),
            AlfaTables.payments(payments, clients),
            AlfaTables.returns(returns, clients),
            AlfaTables.calls(AlfaCall.all(generator)),
            AlfaTables.leads(AlfaLead.all(generator)),
            AlfaTables.claims(claims, clients),
            AlfaTables.statuses(AlfaStatus.all(clients, sales), clients),
            AlfaTables.exportSales, AlfaTables.exchangeRates, AlfaTables.focusRates, AlfaTables.goals,
            AlfaTables.rewards,
        ] + AlfaAccountTables.files(clients, sales, returns, claims, generator)
    }
}
