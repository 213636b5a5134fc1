internal import Messages

extension CompanyTemplate {
    /// Goods on credit: commission is on what clients have paid.
    static let distributor = CompanyTemplate(
        name: "distributor", title: LocalizedText(en: "Distributor", ru: "Дистрибьютор"),
        about: LocalizedText(
            en: "goods on credit: commission on what clients have paid, a bonus for sales and margin",
            ru: "товар с отсрочкой: комиссия с оплаченного, премия за объём и маржу"),
        goal: .deals, person: "anna", period: "2026-02",
        rules: """
            records:
              client: {fields: {segment: text?}}
              assignment: {fields: {target_bonus: money?}}

            positions:
              seller: {title: {en: Sales manager, ru: Менеджер по продажам}}
              head: {title: {en: Head of sales, ru: Руководитель продаж}}
              office: {title: {en: Finance, ru: Финансы}, plan: none}   # ‹those who approve are paid by no plan|тем, кто утверждает, планы не платят›

            events:
              sale:                       # ‹sale.csv: one row a shipment|sale.csv: строка — отгрузка›
                title: {en: Sale, ru: Продажа}
                fields: {date: day, seller: person, client: client, amount: money, cost: money}
                credit: sale.seller
              payment:                    # ‹payment.csv: money that came for a sale|payment.csv: деньги, пришедшие за продажу›
                title: {en: Payment, ru: Оплата}
                fields: {date: day, sale: sale, amount: money}
                credit: payment.sale.seller

            metrics:
              sales:
                title: {en: Sales, ru: Продажи}
                unit: CUR
                value: sum(sale.amount)
              margin_share:
                title: {en: Margin share, ru: Доля маржи}
                unit: percent
                value: sum(sale.amount - sale.cost) / sales
              collected:
                title: {en: Money collected, ru: Собрано денег}
                unit: CUR
                value: sum(payment.amount)

            plans:
              seller:
                title: {en: Sales manager, ru: Менеджер по продажам}
                for: {position: seller}
                goal: deals
                period: month
                target: person.target_bonus
                components:
                  commission:             # ‹of what has been paid, each slice at its own rate|с оплаченного, каждая часть по своей ставке›
                    title: {en: Commission, ru: Комиссия}
                    commission: collected
                    tiers: {marginal: {0 CUR: 2%, {{10000}} CUR: 3%}}
                  bonus:
                    title: {en: Bonus, ru: Премия}
                    scorecard:
                      - {kpi: sales, weight: 60%, target: target(sales), threshold: 80%, cap: 120%}
                      - {kpi: margin_share, weight: 40%, target: 20%, threshold: 80%, cap: 120%}
                    curve: {80%: 50%, 100%: 100%, 120%: 150%}
                tests:
                  - name: ‹second tier|вторая ступень›        # {{10000}} × 2% + {{6100}} × 3% = {{200}} + {{183}}
                    given: {collected: {{16100}} CUR}
                    expect: {commission: {{383.00}} CUR}
                  - name: ‹both on plan|оба показателя по плану›
                    given: {sales: {{15000}} CUR, target(sales): {{15000}} CUR, margin_share: 20%, person.target_bonus: {{400}} CUR}
                    expect: {bonus: {{400.00}} CUR}
              head:
                title: {en: Head of sales, ru: Руководитель продаж}
                for: {position: head}
                goal: deals
                period: month
                components:
                  overlay:                # ‹of what his people have collected|с того, что собрали его люди›
                    title: {en: Share of the team's collections, ru: Доля от собранного командой}
                    commission: rollup(collected)
                    rate: 1%
                tests:
                  - name: ‹one per cent|один процент›
                    given: {rollup(collected): {{26000}} CUR}
                    expect: {overlay: {{260.00}} CUR}

            """,
        tables: [
            people("anna", "boris", "vera", "dina", "egor"),
            ("units.csv", "id,title,parent\nsales,‹Sales|Отдел продаж›,\n"),
            (
                "clients.csv",
                """
                id,title,segment
                c1,‹Camomile Ltd|ООО Ромашка›,‹chain|сеть›
                c2,‹Cornflower Ltd|ООО Василёк›,‹wholesale|опт›
                c3,‹Peony Ltd|ООО Пион›,‹chain|сеть›

                """
            ),
            (
                "assignments.csv",
                """
                person,position,unit,manager,from,until,base_pay,target_bonus
                vera,head,sales,,2025-01-01,,<<1500>>,
                anna,seller,sales,vera,2025-01-01,,<<800>>,<<400>>
                boris,seller,sales,vera,2025-06-01,,<<800>>,<<400>>
                dina,office,sales,,2025-01-01,,<<1100>>,
                egor,office,sales,,2025-01-01,,<<1400>>,

                """
            ),
            (
                "sale.csv",
                """
                id,date,seller,client,amount,cost
                s1,2026-01-12,anna,c1,<<8500>>,<<6600>>
                s2,2026-01-22,anna,c2,<<7500>>,<<5900>>
                s3,2026-01-27,boris,c1,<<9800>>,<<7900>>
                s4,2026-02-05,anna,c3,<<12400>>,<<9700>>
                s5,2026-02-12,boris,c2,<<8600>>,<<6700>>
                s6,2026-02-24,boris,c3,<<7100>>,<<5600>>

                """
            ),
            (
                "payment.csv",
                """
                id,date,sale,amount
                p1,2026-01-30,s1,<<8500>>
                p2,2026-02-15,s2,<<7500>>
                p3,2026-02-20,s3,<<9800>>
                p4,2026-02-27,s5,<<8600>>

                """
            ),
            (
                "targets.csv",
                """
                metric,subject,period,value
                sales,anna,2026-01,<<15000>>
                sales,boris,2026-01,<<12000>>
                sales,anna,2026-02,<<15000>>
                sales,boris,2026-02,<<12000>>

                """
            ),
        ])
}
