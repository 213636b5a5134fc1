internal import Messages

extension CompanyTemplate {
    /// Shops: a small rate on takings, a bonus for fuller receipts, a bonus of the shop.
    static let retail = CompanyTemplate(
        name: "retail", title: LocalizedText(en: "Shops", ru: "Магазины"),
        about: LocalizedText(
            en: "shops: a rate on takings, bonuses for fuller receipts and for the shop's plan",
            ru: "магазины: процент с выручки, премии за наполненность чека и план магазина"),
        goal: .deals, person: "anna", period: "2026-01",
        rules: """
            parameters:
              shop_plan: {{9000}} CUR          # ‹what a shop should take in a month|сколько магазин должен выручить за месяц›

            positions:
              seller: {title: {en: Shop assistant, ru: Продавец}}
              manager: {title: {en: Shop manager, ru: Директор магазина}}
              office: {title: {en: Finance, ru: Финансы}, plan: none}   # ‹those who approve are paid by no plan|тем, кто утверждает, планы не платят›

            events:
              takings:                    # ‹takings.csv: one row a seller and week|takings.csv: строка — продавец и неделя›
                title: {en: Takings, ru: Выручка}
                fields: {date: day, seller: person, amount: money, receipts: pieces, items: pieces}
                credit: takings.seller

            metrics:
              sales:
                title: {en: Sales, ru: Продажи}
                unit: CUR
                value: sum(takings.amount)
              items_per_receipt:
                title: {en: Items per receipt, ru: Товаров в чеке}
                unit: number
                value: sum(takings.items) / sum(takings.receipts)

            plans:
              seller:
                title: {en: Shop assistant, ru: Продавец}
                for: {position: seller}
                goal: deals
                period: month
                components:
                  commission:
                    title: {en: Rate on takings, ru: Процент с выручки}
                    commission: sales
                    rate: 3%
                  receipt:
                    title: {en: Fuller receipts, ru: Наполненность чека}
                    bonus: {{50}} CUR
                    when: items_per_receipt >= 2.2
                  shop:
                    title: {en: The shop's plan, ru: План магазина}
                    bonus: {{80}} CUR
                    when: unit(sales) >= shop_plan
                tests:
                  - name: ‹all three|все три›                  # {{5000}} × 3% + {{50}} + {{80}}
                    given: {sales: {{5000}} CUR, unit(sales): {{9000}} CUR, items_per_receipt: 2.2}
                    expect: {commission: {{150.00}} CUR, receipt: {{50.00}} CUR, shop: {{80.00}} CUR, total: {{280.00}} CUR}
              manager:
                title: {en: Shop manager, ru: Директор магазина}
                for: {position: manager}
                goal: deals
                period: month
                components:
                  shop:
                    title: {en: Rate on the shop's takings, ru: Процент с выручки магазина}
                    commission: unit(sales)
                    rate: 1%
                    multiplier: if unit(sales) >= shop_plan then 150% else 100%
                tests:
                  - name: ‹the plan reached exactly|план выполнен ровно›      # {{9000}} × 1% × 150%
                    given: {unit(sales): {{9000}} CUR}
                    expect: {shop: {{135.00}} CUR}

            """,
        tables: [
            people("anna", "boris", "clara", "gleb", "vera", "zoya", "dina", "egor"),
            (
                "units.csv",
                """
                id,title,parent
                company,‹Company|Компания›,
                north,‹Shop North|Магазин «Север»›,company
                south,‹Shop South|Магазин «Юг»›,company

                """
            ),
            (
                "assignments.csv",
                """
                person,position,unit,manager,from,until,base_pay
                vera,manager,north,,2025-01-01,,<<900>>
                zoya,manager,south,,2025-01-01,,<<900>>
                anna,seller,north,vera,2025-01-01,,<<450>>
                boris,seller,north,vera,2025-01-01,,<<450>>
                clara,seller,south,zoya,2025-01-01,,<<450>>
                gleb,seller,south,zoya,2025-01-01,,<<450>>
                dina,office,company,,2025-01-01,,<<1000>>
                egor,office,company,,2025-01-01,,<<1200>>

                """
            ),
            (
                "takings.csv",
                """
                id,date,seller,amount,receipts,items
                1,2026-01-11,anna,<<2400>>,120,276
                2,2026-01-25,anna,<<2700>>,131,301
                3,2026-01-11,boris,<<2100>>,118,212
                4,2026-01-25,boris,<<2300>>,122,232
                5,2026-01-11,clara,<<1900>>,99,228
                6,2026-01-25,clara,<<2200>>,104,239
                7,2026-01-11,gleb,<<1700>>,101,182
                8,2026-01-25,gleb,<<2000>>,108,205

                """
            ),
        ])
}
