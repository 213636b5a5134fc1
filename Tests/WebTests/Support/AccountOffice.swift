@testable import Web

/// A served company with two key accounts: Anna looks after Emerald (c1), Boris after Ruby (c2); Vera heads both of them.
///
/// It is 3 February 2026. Anna owes a promise that is eight days overdue, Boris has not taken his part of another one on.
enum AccountOffice {
    private static let made = Task {
        let office = try await own()
        // One after the other, for of two who set one authenticator up at once the first one's session ends.
        for person in Office.people.map(\.person) + ["boris"] { _ = try await office.session(of: person) }
        return office
    }

    /// One that several tests look at, and none changes.
    static func shared() async throws -> Office {
        let office = try await made.value
        office.pass(1)
        return office
    }

    /// One of a test's own.
    static func own() async throws -> Office { try await Office(text: text, tables: tables).prepared() }

    static let text = """
        company: {name: {en: Test, ru: Проба}, currency: RUB}
        positions: {seller: Seller, head: Head, office: {title: Office, plan: none}}
        units: {north: {title: {en: North, ru: Север}}}
        records: {client: {fields: {}}}
        events:
          sale:
            fields: {date: day, seller: person, client: client, amount: money}
            credit: sale.seller
        metrics:
          sales: {unit: RUB, value: sum(sale.amount)}
        plans:
          seller:
            for: {position: seller}
            period: month
            components: {commission: {commission: sales, rate: 10%}}
        accounts:
          sales: {add: sale.amount}
          functions: [purchasing, logistics]
          tiers: {A: {call_norm: 14 days}}
          departments: {sales: head, finance: office}
          factors: {delivery: 60%, price: 40%}
        selection:
          key_2026:
            valid: {from: 2026-01-01}
            attractiveness: {potential: {weight: 60%, title: {en: potential, ru: потенциал}}, payment: {weight: 40%, title: {en: payment, ru: оплата}}}
            strength: {delivery: {weight: 100%, title: {en: delivery, ru: доставка}}}
        """

    static let tables = [
        "people.csv": """
        id,name
        anna,Анна Орлова
        boris,Борис Котов
        vera,Вера Лисина
        lena,Лена Зуева
        dina,Дина Юрьева
        egor,Егор Мельник
        olga,Ольга Жук
        ivan,Иван Серов

        """,
        "assignments.csv": """
        person,position,unit,manager,from,until
        vera,head,north,,2025-01-01,
        anna,seller,north,vera,2025-01-01,
        boris,seller,north,vera,2025-01-01,
        dina,office,north,,2025-01-01,

        """,
        "clients.csv": """
        id,title
        c1,Изумруд
        c2,Рубин

        """,
        "sale.csv": """
        id,date,seller,client,amount
        1,2026-01-10,anna,c1,50000
        2,2026-01-20,boris,c2,60000

        """,
        "teams.csv": """
        subject,role,person,from,until
        c1,kam,anna,2025-06-01,
        c2,kam,boris,2025-06-01,

        """,
        "account.csv": """
        id,client,status,tier,from
        1,c1,key,A,2025-06-01
        2,c2,key,A,2025-06-01

        """,
        "contact.csv": """
        id,name,client,function,role,power,from,email
        k1,Ольга Ильина,c1,purchasing,decides,9,2025-06-01,ilina@example.org
        k2,Иван Котов,c1,logistics,uses,5,2025-06-01,
        k3,Пётр Мин,c2,purchasing,decides,8,2025-06-01,

        """,
        "touch.csv": """
        id,at,client,contact,person,kind,direction,purpose,message,minutes,source
        t1,2026-01-12 11:40,c1,k1,anna,call,out,proactive,success,9,telephony
        t2,2026-01-30 11:40,c2,k3,boris,call,out,proactive,success,9,telephony

        """,
        "commitment.csv": """
        id,made_on,due_on,client,contact,owner,receiver,kind,weight,text,state
        p1,2026-01-12,2026-01-26,c1,k1,anna,,promise,2,Расчёт доставки по трём складам,made
        p2,2026-02-02,2026-02-10,c1,k1,anna,boris,promise,1,Макет полки,made

        """,
        "meeting.csv": """
        id,at,client,important,purpose,agenda,planned_client,state
        m1,2026-02-05 11:00,c1,yes,review,План квартала,2,planned
        m0,2026-01-20 11:00,c1,yes,review,Итоги года,1,held

        """,
        "attendance.csv": """
        id,meeting,day,side,who,reason,came,surprise
        1,m1,2026-02-05,own,anna,Показать выполнение плана и договориться о трёх действиях.,,
        2,m1,2026-02-05,own,vera,мало,,
        3,m1,2026-02-05,client,k2,,,
        4,m0,2026-01-20,own,anna,Показать выполнение плана и договориться о трёх действиях.,yes,no
        5,m0,2026-01-20,client,k1,,yes,no

        """,
        "review.csv": """
        id,meeting,person,at,kept,missed,next
        1,m0,anna,2026-01-20 17:40,Начали с их целей,Не спросили склад,Позвать склад

        """,
        "fact.csv": """
        id,client,topic,statement,stated_on,author,state
        f1,c1,budget,Бюджет вырастет весной,2026-01-25,anna,heard

        """,
        "suggestion.csv": """
        id,author,answered_by,given_on,about,client,kind,text,reply_due,state
        s1,anna,vera,2026-01-12,client,c1,idea,Единый день отгрузки,2026-01-26,submitted

        """,
        "training.csv": """
        id,day,kind,competencies
        j1,2025-12-01,course,listening

        """,
        "training_place.csv": """
        id,training,person,planned_on,done_on,state
        d1,j1,anna,2025-12-01,2025-12-01,done

        """,
        "rival.csv": """
        id,name
        vektor,Вектор

        """,
        "round.csv": """
        id,selection,opened,closes,closed,state
        2026-S1,key_2026,2026-01-05,2026-01-20,2026-01-20,sessions
        2026-S2,key_2026,2026-02-01,2026-02-20,,open

        """,
        "score.csv": """
        id,round,day,client,criterion,department,rater,score
        1,2026-S1,2026-01-10,c1,potential,sales,vera,9
        2,2026-S1,2026-01-10,c1,payment,sales,vera,8
        3,2026-S1,2026-01-10,c1,delivery,sales,vera,7
        4,2026-S1,2026-01-10,c2,potential,sales,vera,6
        5,2026-S1,2026-01-10,c2,payment,sales,vera,6
        6,2026-S1,2026-01-10,c2,delivery,sales,vera,6
        7,2026-S1,2026-01-11,c1,potential,finance,dina,9
        8,2026-S1,2026-01-11,c1,payment,finance,dina,4
        9,2026-S1,2026-01-11,c1,delivery,finance,dina,7
        10,2026-S1,2026-01-11,c2,potential,finance,dina,6
        11,2026-S1,2026-01-11,c2,payment,finance,dina,6
        12,2026-S1,2026-01-11,c2,delivery,finance,dina,6
        13,2026-S2,2026-02-02,c1,potential,sales,vera,10
        14,2026-S2,2026-02-02,c1,potential,finance,dina,3

        """,
        "rival_score.csv": """
        id,round,day,client,criterion,rival,score,source
        1,2026-S1,2026-01-10,c1,delivery,vektor,6,разговор
        2,2026-S1,2026-01-10,c2,delivery,vektor,7,разговор

        """,
    ]
}
