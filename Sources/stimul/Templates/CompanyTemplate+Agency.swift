internal import Messages

extension CompanyTemplate {
    /// An agency: commission on the own fee, without what subcontractors get, held until the client has paid; projects of two.
    static let agency = CompanyTemplate(
        name: "agency", title: LocalizedText(en: "Agency", ru: "Агентство"),
        about: LocalizedText(
            en: "an agency: commission on the own fee, held until the client has paid; shared projects",
            ru: "агентство: комиссия с собственного дохода, выплата после оплаты клиентом, общие проекты"),
        goal: .deals, person: "anna", period: "2026-01",
        rules: """
            positions:
              manager: {title: {en: Account manager, ru: Аккаунт-менеджер}}
              office: {title: {en: Finance, ru: Финансы}, plan: none}   # ‹those who approve are paid by no plan|тем, кто утверждает, планы не платят›

            events:
              invoice:                    # ‹invoice.csv: one row an invoice; `cost` is what subcontractors get|invoice.csv: строка — счёт; cost — доля подрядчиков›
                title: {en: Invoice, ru: Счёт}
                fields: {date: day, manager: person, client: text, amount: money, cost: money}
                credit: split(invoice_share, invoice.manager)
              payment:                    # ‹payment.csv: money that came for an invoice|payment.csv: деньги, пришедшие по счёту›
                title: {en: Payment, ru: Оплата}
                fields: {date: day, invoice: invoice, amount: money}
                credit: split(invoice_share, payment.invoice, payment.invoice.manager)
            splits:
              invoice_share: {of: invoice}   # ‹invoice_share.csv: projects that two led|invoice_share.csv: проекты, которые вели двое›

            metrics:
              invoiced:
                title: {en: Invoiced, ru: Выставлено}
                unit: CUR
                value: sum(invoice.amount)
              fee:
                title: {en: Own fee, ru: Собственный доход}
                unit: CUR
                value: sum(invoice.amount - invoice.cost)
              paid:
                title: {en: Paid, ru: Оплачено}
                unit: CUR
                value: sum(payment.amount)
                date: payment.invoice.date   # ‹counted where the invoice is, whenever the money comes|относится к месяцу счёта, когда бы ни пришли деньги›

            plans:
              manager:
                title: {en: Account manager, ru: Аккаунт-менеджер}
                for: {position: manager}
                goal: deals
                period: month
                components:
                  commission:             # ‹paid out in the measure in which the client pays|выплачивается по мере оплаты клиентом›
                    title: {en: Commission, ru: Комиссия}
                    commission: fee
                    tiers: {marginal: {0 CUR: 5%, {{5000}} CUR: 8%}}
                    hold: {release: paid / invoiced}
                tests:
                  - name: ‹second tier|вторая ступень›        # {{5000}} × 5% + {{2500}} × 8% = {{250}} + {{200}}
                    given: {fee: {{7500}} CUR}
                    expect: {commission: {{450.00}} CUR}

            """,
        tables: [
            people("anna", "boris", "dina", "egor"),
            ("units.csv", "id,title,parent\nclients,‹Client service|Клиентский отдел›,\n"),
            (
                "assignments.csv",
                """
                person,position,unit,manager,from,until,base_pay
                anna,manager,clients,,2025-01-01,,<<1200>>
                boris,manager,clients,,2025-01-01,,<<1200>>
                dina,office,clients,,2025-01-01,,<<1100>>
                egor,office,clients,,2025-01-01,,<<1400>>

                """
            ),
            (
                "invoice.csv",
                """
                id,date,manager,client,amount,cost
                i1,2026-01-16,anna,‹Alder|Ольха›,<<9000>>,<<3500>>
                i2,2026-01-29,boris,‹Birch|Берёза›,<<6000>>,<<2000>>
                i3,2026-02-13,anna,‹Cedar|Кедр›,<<12000>>,<<4000>>
                i4,2026-02-26,boris,‹Elm|Вяз›,<<7500>>,<<3000>>

                """
            ),
            (
                "invoice_share.csv",
                """
                invoice,person,share
                i3,anna,60%
                i3,boris,40%

                """
            ),
            (
                "payment.csv",
                """
                id,date,invoice,amount
                p1,2026-01-30,i1,<<9000>>
                p2,2026-02-20,i2,<<6000>>
                p3,2026-03-12,i3,<<12000>>

                """
            ),
        ])
}
