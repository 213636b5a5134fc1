internal import Messages

extension CompanyTemplate {
    /// Subscriptions: a quota for the quarter, a ramp for who is new, an accelerator above the quota.
    static let saas = CompanyTemplate(
        name: "saas", title: LocalizedText(en: "Subscriptions", ru: "Подписки"),
        about: LocalizedText(
            en: "subscriptions: a quarterly quota, a ramp for new people, an accelerator above the quota",
            ru: "подписки: квартальная квота, разгон для новичков, повышенная ставка сверх квоты"),
        goal: .deals, person: "anna", period: "2026-Q1",
        rules: """
            positions:
              rep: {title: {en: Account executive, ru: Менеджер по продажам}}
              head: {title: {en: Head of sales, ru: Руководитель продаж}}
              office: {title: {en: Finance, ru: Финансы}, plan: none}   # ‹those who approve are paid by no plan|тем, кто утверждает, планы не платят›

            events:
              deal:                       # ‹deal.csv: one row a contract, by its yearly value|deal.csv: строка — договор, по годовой стоимости›
                title: {en: Deal, ru: Сделка}
                fields: {date: day, seller: person, client: text, yearly: money}
                credit: deal.seller

            metrics:
              bookings:
                title: {en: Bookings, ru: Заключено на год}
                unit: CUR
                value: sum(deal.yearly)

            plans:
              rep:
                title: {en: Account executive, ru: Менеджер по продажам}
                for: {position: rep}
                goal: deals
                period: quarter
                ramp: [50%, 75%]          # ‹in the first two quarters this share of the quota counts|в первые два квартала засчитывается такая доля квоты›
                components:
                  commission:             # ‹8 % up to the quota, 12 % of all above it|8 % до квоты, 12 % со всего сверх неё›
                    title: {en: Commission, ru: Комиссия}
                    commission: bookings
                    tiers: {overage: {0%: 8%, 100%: 12%}, target: target(bookings)}
                tests:
                  - name: ‹above the quota|сверх квоты›       # {{90000}} × 8% + {{15000}} × 12% = {{7200}} + {{1800}}
                    given: {bookings: {{105000}} CUR, target(bookings): {{90000}} CUR}
                    expect: {commission: {{9000.00}} CUR}
                  - name: ‹below it|ниже квоты›
                    given: {bookings: {{60000}} CUR, target(bookings): {{90000}} CUR}
                    expect: {commission: {{4800.00}} CUR}
              head:
                title: {en: Head of sales, ru: Руководитель продаж}
                for: {position: head}
                goal: deals
                period: quarter
                components:
                  override:
                    title: {en: Override, ru: Надбавка от продаж команды}
                    commission: rollup(bookings)
                    rate: 2%
                tests:
                  - name: ‹two per cent|два процента›
                    given: {rollup(bookings): {{150000}} CUR}
                    expect: {override: {{3000.00}} CUR}

            """,
        tables: [
            people("anna", "boris", "vera", "dina", "egor"),
            ("units.csv", "id,title,parent\nsales,‹Sales|Отдел продаж›,\n"),
            (
                "assignments.csv",
                """
                person,position,unit,manager,from,until,base_pay
                vera,head,sales,,2025-01-01,,<<9000>>
                anna,rep,sales,vera,2025-01-01,,<<5000>>
                boris,rep,sales,vera,2026-01-01,,<<5000>>
                dina,office,sales,,2025-01-01,,<<6000>>
                egor,office,sales,,2025-01-01,,<<7000>>

                """
            ),
            (
                "deal.csv",
                """
                id,date,seller,client,yearly
                d1,2026-01-20,anna,‹Alder|Ольха›,<<40000>>
                d2,2026-02-11,anna,‹Birch|Берёза›,<<35000>>
                d3,2026-03-26,anna,‹Cedar|Кедр›,<<30000>>
                d4,2026-02-27,boris,‹Elm|Вяз›,<<32000>>
                d5,2026-03-30,boris,‹Fir|Пихта›,<<25000>>

                """
            ),
            (
                "targets.csv",
                """
                metric,subject,period,value
                bookings,anna,2026-Q1,<<90000>>
                bookings,boris,2026-Q1,<<90000>>

                """
            ),
        ])
}
