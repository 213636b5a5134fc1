import Periods

/// What the load company measures and how it pays, written as its YAML files.
extension LoadCompany {
    var companyText: String {
        """
        company:
          name: {en: Load company, ru: Нагрузочная компания}
          currency: RUB
          languages: [ru, en]

        records:
          product: {fields: {group: text}}
          assignment: {fields: {target_bonus: money}}

        events:
          sale:
            title: {en: Sale, ru: Продажа}
            fields: {date: day, seller: person, client: client, product: product, amount: money, margin: money, paid_on: day?, kind: text}
            date: date
            credit: split(sale_share, sale.seller)
        splits:
          sale_share: {of: sale}

        """
    }

    var metricsText: String {
        """
        metrics:
          sales:
            title: {en: Sales less returns, ru: Продажи за вычетом возвратов}
            unit: RUB
            value: sum(sale.amount)
          margin:
            title: {en: Margin, ru: Маржа}
            unit: percent
            value: sum(sale.margin) / sum(sale.amount)
          payment_days:
            title: {en: Days to payment, ru: Дней до оплаты}
            unit: days
            value: average(sale.paid_on - sale.date where sale.kind = "sale" and sale.paid_on is not empty)
            better: lower
          orders_per_client:
            title: {en: Orders per client, ru: Заказов на клиента}
            unit: number
            value: count(sale where sale.kind = "sale") / distinct(sale.client where sale.kind = "sale")
          returned:
            title: {en: Returned share, ru: Доля возвратов}
            unit: percent
            value: 0 - sum(sale.amount where sale.kind = "return") / sum(sale.amount where sale.kind = "sale")
            better: lower
          team_sales:
            title: {en: Sales of those below, ru: Продажи подчинённых}
            unit: RUB
            value: rollup(sales) - sales

        """
    }

    /// The plans with a rate, between 1 % and 8 %, for each product group.
    func plansText(_ generator: SeededGenerator) -> String {
        var generator = generator.stream("rates")
        let rates = (1...groups).map { group in
            let rate = generator.within(200...1599) * 5 + 3
            var text: [UInt8] = []
            text.append(number: rate, decimals: 3)
            return "g\(group): \(String(decoding: text, as: UTF8.self))%"
        }
        return """
            plans:
              seller:
                title: {en: Everybody who sells, ru: Все продавцы}
                for: {position: [seller, lead, regional, director]}
                valid: {from: 2024-01-01}
                goal: deals
                period: month
                target: person.target_bonus
                rounding: half_even
                not_computable: zero
                components:
                  by_group:
                    commission: sales
                    rates: {by: sale.product.group, otherwise: 0%, table: {\(rates.joined(separator: ", "))}}
                  attainment:
                    commission: sales
                    tiers: {marginal: {0%: 0.5%, 80%: 1%, 100%: 1.5%, 120%: 2%}, target: target(sales)}
                  five_kpis:
                    scorecard:
                      - {kpi: sales, weight: 40%, target: target(sales), cap: 150%}
                      - {kpi: margin, weight: 20%, target: 22%, cap: 150%}
                      - {kpi: payment_days, weight: 15%, target: 30 days, attainment: target / actual, cap: 150%}
                      - {kpi: orders_per_client, weight: 15%, target: 1.2, cap: 150%}
                      - {kpi: returned, weight: 10%, target: 3%, attainment: 2 - actual / target, cap: 150%}
                    curve: {70%: 50%, 100%: 100%, 130%: 150%}
              overlay:
                title: {en: Heads, ru: Руководители}
                for: {position: [lead, regional, director]}
                valid: {from: 2024-01-01}
                goal: deals
                period: month
                rounding: half_even
                components:
                  team:
                    commission: team_sales
                    rate: 1%

            """
    }
}
