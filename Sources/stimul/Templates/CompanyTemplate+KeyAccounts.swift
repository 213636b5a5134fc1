internal import Messages

extension CompanyTemplate {
    /// Key accounts: a quarterly bonus for growth, satisfaction and payment in time; nothing depends on the number of deals.
    static let keyAccounts = CompanyTemplate(
        name: "key-accounts", title: LocalizedText(en: "Key accounts", ru: "Ключевые клиенты"),
        about: LocalizedText(
            en: "key accounts: a quarterly bonus for the portfolio, satisfaction and payment in time",
            ru: "ключевые клиенты: квартальная премия за портфель, удовлетворённость и оплату в срок"),
        goal: .relationships, person: "anna", period: "2026-Q1",
        rules: """
            records:
              client: {fields: {segment: text?}}
              assignment: {fields: {target_bonus: money?}}

            positions:
              kam: {title: {en: Key account manager, ru: Менеджер по ключевым клиентам}}
              office: {title: {en: Finance, ru: Финансы}, plan: none}   # ‹those who approve are paid by no plan|тем, кто утверждает, планы не платят›

            events:
              sale:                       # ‹sale.csv: one row an invoice; whose it is says teams.csv|sale.csv: строка — счёт; чей он, говорит teams.csv›
                title: {en: Sale, ru: Продажа}
                fields: {date: day, client: client, amount: money, due_on: day, paid_on: day?}
                credit: team(sale.client, "kam")

            metrics:
              portfolio_sales:
                title: {en: Sales to the portfolio, ru: Продажи портфелю}
                unit: CUR
                value: sum(sale.amount)
              paid_in_time:
                title: {en: Share paid in time, ru: Доля оплаченного в срок}
                unit: percent
                value: sum(sale.amount where sale.paid_on is not empty and sale.paid_on <= sale.due_on) / portfolio_sales
              satisfaction:
                title: {en: Clients' satisfaction, ru: Удовлетворённость клиентов}
                unit: percent
                value: entered            # ‹from a survey, in entered.csv|из опроса, в entered.csv›

            plans:
              kam:
                title: {en: Key account manager, ru: Менеджер по ключевым клиентам}
                for: {position: kam}
                goal: relationships
                period: quarter
                target: person.target_bonus
                not_computable: redistribute   # ‹no survey in the quarter: the others take over its weight|не было опроса — его вес берут остальные›
                components:
                  portfolio:
                    title: {en: Quarterly bonus, ru: Квартальная премия}
                    scorecard:
                      - {kpi: portfolio_sales, weight: 40%, target: target(portfolio_sales), threshold: 80%, cap: 120%}
                      - {kpi: satisfaction, weight: 30%, target: 80%, threshold: 80%, cap: 120%}
                      - {kpi: paid_in_time, weight: 30%, target: 90%, threshold: 80%, cap: 110%}
                    curve: {80%: 50%, 100%: 100%, 120%: 150%}
                tests:
                  - name: ‹all on plan|всё по плану›
                    given: {portfolio_sales: {{60000}} CUR, target(portfolio_sales): {{60000}} CUR, satisfaction: 80%, paid_in_time: 90%, person.target_bonus: {{1200}} CUR}
                    expect: {portfolio: {{1200.00}} CUR}
                  # ‹every threshold exactly: 40 % × 80 % + 30 % × 80 % + 30 % × 80 % = 80 %; the curve gives half|все пороги ровно: 40 % × 80 % + 30 % × 80 % + 30 % × 80 % = 80 %; кривая даёт половину›
                  - name: ‹every threshold exactly|все пороги ровно›
                    given: {portfolio_sales: {{48000}} CUR, target(portfolio_sales): {{60000}} CUR, satisfaction: 64%, paid_in_time: 72%, person.target_bonus: {{1200}} CUR}
                    expect: {portfolio: {{600.00}} CUR}

            """,
        tables: [
            people("anna", "boris", "dina", "egor"),
            ("units.csv", "id,title,parent\nkey,‹Key accounts|Ключевые клиенты›,\n"),
            (
                "clients.csv",
                """
                id,title,segment
                c1,‹Camomile Ltd|ООО Ромашка›,A
                c2,‹Cornflower Ltd|ООО Василёк›,A
                c3,‹Peony Ltd|ООО Пион›,B
                c4,‹Poppy Ltd|ООО Мак›,B

                """
            ),
            (
                "teams.csv",
                """
                subject,role,person,from,until
                c1,kam,anna,2025-01-01,
                c2,kam,anna,2025-01-01,
                c3,kam,boris,2025-01-01,
                c4,kam,boris,2025-01-01,

                """
            ),
            (
                "assignments.csv",
                """
                person,position,unit,manager,from,until,base_pay,target_bonus
                anna,kam,key,,2025-01-01,,<<1600>>,<<1200>>
                boris,kam,key,,2025-01-01,,<<1600>>,<<1200>>
                dina,office,key,,2025-01-01,,<<1100>>,
                egor,office,key,,2025-01-01,,<<1400>>,

                """
            ),
            (
                "sale.csv",
                """
                id,date,client,amount,due_on,paid_on
                s1,2026-01-15,c1,<<24000>>,2026-02-14,2026-02-10
                s2,2026-02-12,c2,<<18000>>,2026-03-14,2026-03-14
                s3,2026-03-10,c1,<<21000>>,2026-04-09,2026-04-07
                s4,2026-01-21,c3,<<16000>>,2026-02-20,2026-02-18
                s5,2026-02-25,c4,<<12000>>,2026-03-27,2026-04-15
                s6,2026-03-17,c3,<<17000>>,2026-04-16,2026-04-10

                """
            ),
            (
                "entered.csv",
                """
                metric,subject,period,value,author,evidence
                satisfaction,anna,2026-Q1,88%,‹Survey of March|Опрос в марте›,‹21 answers|21 ответ›
                satisfaction,boris,2026-Q1,76%,‹Survey of March|Опрос в марте›,‹17 answers|17 ответов›

                """
            ),
            (
                "targets.csv",
                """
                metric,subject,period,value
                portfolio_sales,anna,2026-Q1,<<60000>>
                portfolio_sales,boris,2026-Q1,<<50000>>

                """
            ),
        ])
}
