/// The company that `stimul new` makes: two sellers, a manager, two months; and two people whom no plan pays, so that they may
/// approve.
enum StarterCompany {
    static let files: [(path: String, text: String)] = [
        ("company.yaml", company), ("people.csv", people), ("units.csv", units), ("assignments.csv", assignments),
        ("sale.csv", sales), ("targets.csv", targets),
        (".gitignore", ignored),
    ]

    /// What is no text of the company: the workspace, who signs in, and the keys.
    static let ignored = """
        stimul.sqlite*
        stimul-users.sqlite*
        stimul.key
        stimul-server.key

        """

    private static let company = """
        # A company is this folder: YAML says what is measured and paid, CSV says who, when and how much.
        company:
          name: {en: Starter, ru: Начало}
          currency: RUB

        records:
          assignment: {fields: {target_bonus: money?}}

        positions:
          seller: {title: {en: Sales manager, ru: Менеджер по продажам}}
          head: {title: {en: Head of sales, ru: Руководитель продаж}}
          office: {title: {en: Finance, ru: Финансы}, plan: none}    # those who approve are paid by no plan

        events:
          sale:                                   # sale.csv: one row a sale
            title: {en: Sale, ru: Продажа}
            fields: {date: day, seller: person, client: text, amount: money, cost: money?}
            credit: sale.seller

        metrics:
          sales:
            title: {en: Sales, ru: Продажи}
            unit: RUB
            value: sum(sale.amount)
          deals:
            title: {en: Deals, ru: Сделки}
            unit: pieces
            value: count(sale)
          margin_share:
            title: {en: Margin share, ru: Доля маржи}
            unit: percent
            value: sum(sale.amount - sale.cost) / sales

        plans:
          seller:
            title: {en: Sales manager, ru: Менеджер по продажам}
            for: {position: seller}
            goal: deals
            period: month
            target: person.target_bonus
            components:
              commission:                         # each slice of the month's sales at its own rate
                title: {en: Commission, ru: Комиссия}
                commission: sales
                tiers: {marginal: {0 RUB: 3%, 1 000 000 RUB: 5%, 2 000 000 RUB: 7%}}
              bonus:
                title: {en: Bonus, ru: Премия}
                scorecard:
                  - {kpi: sales, weight: 70%, target: target(sales), threshold: 80%, cap: 120%}
                  - {kpi: margin_share, weight: 30%, target: 25%, threshold: 80%, cap: 120%}
                curve: {80%: 50%, 100%: 100%, 120%: 150%}
            tests:
              - name: third tier                  # 1 000 000 × 3% + 1 000 000 × 5% + 350 000 × 7%
                given: {sales: 2 350 000 RUB}
                expect: {commission: 104 500.00 RUB}
              - name: both on plan
                given: {sales: 2 000 000 RUB, target(sales): 2 000 000 RUB, margin_share: 25%, person.target_bonus: 40 000 RUB}
                expect: {bonus: 40 000.00 RUB}
          head:
            title: {en: Head of sales, ru: Руководитель продаж}
            for: {position: head}
            goal: deals
            period: month
            components:
              overlay:                            # one percent of what his people sold
                title: {en: Share of the team's sales, ru: Доля от продаж команды}
                commission: rollup(sales)
                rate: 1%

        """

    private static let people = """
        id,name
        anna,Анна Орлова
        boris,Борис Котов
        vera,Вера Лисина
        dina,Дина Юрьева
        egor,Егор Мельник

        """

    private static let units = """
        id,title,parent
        sales,Отдел продаж,

        """

    private static let assignments = """
        person,position,unit,manager,from,until,base_pay,target_bonus
        vera,head,sales,,2025-01-01,,150000,
        anna,seller,sales,vera,2025-01-01,,80000,40000
        boris,seller,sales,vera,2026-01-15,,80000,40000
        dina,office,sales,,2025-01-01,,110000,
        egor,office,sales,,2025-01-01,,140000,

        """

    private static let sales = """
        id,date,seller,client,amount,cost
        1,2026-01-14,anna,Ромашка,850000.00,600000.00
        2,2026-01-20,anna,Василёк,1500000.00,1150000.00
        3,2026-01-28,boris,Ромашка,420000.00,330000.00
        4,2026-02-03,anna,Пион,610000.00,470000.00
        5,2026-02-11,boris,Василёк,1210000.00,905000.00
        6,2026-02-25,boris,Мак,930000.00,700000.00

        """

    private static let targets = """
        metric,subject,period,value
        sales,anna,2026-01,2000000
        sales,boris,2026-01,1700000
        sales,anna,2026-02,2000000
        sales,boris,2026-02,1700000

        """
}
