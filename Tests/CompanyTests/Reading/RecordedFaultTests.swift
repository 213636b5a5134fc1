import Formulas
import Messages
import Testing

@Suite("An event, a value, a share is stated once")
struct RecordedFaultTests {
    @Test("shares of 101 %")
    func split101() {
        let files = [
            "splits.yaml": """
            splits:
              sale_share: {of: sale}
            """,
            "sale_share.csv": """
            sale,person,share
            1,anna,60%
            1,boris,41%
            2,anna,100%
            """,
        ]
        #expect(
            said(files) == """
                sale_share.csv:3: error: the shares of '1' total 101 %, not 100 %
                    3 | 1,boris,41%
                   help: the shares of an event must be above zero and total exactly 100 %
                """)
        #expect(
            said(files, .ru) == """
                sale_share.csv:3: ошибка: доли «1» дают 101 %, а не 100 %
                    3 | 1,boris,41%
                   совет: доли события должны быть больше нуля и давать ровно 100 %
                """)
    }

    @Test("a negative share")
    func splitNegative() {
        let files = [
            "splits.yaml": """
            splits:
              sale_share: {of: sale}
            """,
            "sale_share.csv": """
            sale,person,share
            1,anna,150%
            1,boris,-50%
            """,
        ]
        #expect(
            said(files) == """
                sale_share.csv:3: error: a share of '1' is not above zero
                    3 | 1,boris,-50%
                   help: the shares of an event must be above zero and total exactly 100 %
                """)
    }

    @Test("a share of an event that does not exist")
    func splitUnknown() {
        let files = [
            "splits.yaml": """
            splits:
              sale_share: {of: sale}
            """,
            "sale_share.csv": """
            sale,person,share
            7,anna,100%
            """,
        ]
        #expect(
            said(files) == """
                sale_share.csv:2:1: error: there is no sale '7'
                    2 | 7,anna,100%
                      | ^
                   help: the shares of an event name its id
                """)
        #expect(
            said(files, .ru) == """
                sale_share.csv:2:1: ошибка: события «7» (sale) нет
                    2 | 7,anna,100%
                      | ^
                   совет: в долях стоит id события
                """)
    }

    @Test("a value entered for a calculated metric")
    func calculatedEntered() {
        let files = [
            "entered.csv": """
            metric,subject,period,value,author
            sales,anna,2026-01,5,boss
            """
        ]
        #expect(
            said(files) == """
                entered.csv:2: error: 'sales' is calculated, so nobody can enter it
                    2 | sales,anna,2026-01,5,boss
                   help: give it 'value: entered', or remove the row
                """)
        #expect(
            said(files, .ru) == """
                entered.csv:2: ошибка: «sales» вычисляется, его нельзя ввести
                    2 | sales,anna,2026-01,5,boss
                   совет: напишите у него «value: entered» или уберите строку
                """)
    }

    @Test("two targets for one person and period")
    func twoValues() {
        let files = [
            "targets.csv": """
            metric,subject,period,value
            sales,anna,2026-01,5
            sales,boris,2026-01,5
            sales,anna,2026-01,6
            """
        ]
        #expect(
            said(files) == """
                targets.csv:4: error: this metric, subject and period have a value already, at targets.csv:2
                    4 | sales,anna,2026-01,6
                   help: keep one of them
                """)
        #expect(
            said(files, .ru) == """
                targets.csv:4: ошибка: для этого показателя, субъекта и периода значение уже есть: targets.csv:2
                    4 | sales,anna,2026-01,6
                   совет: оставьте одно
                """)
    }

    @Test("one event id twice in a file")
    func duplicateEvents() {
        let files = [
            "sale.csv": """
            id,date,seller,amount
            1,2026-01-10,anna,100
            2,2026-01-11,boris,200
            1,2026-01-12,anna,300
            """
        ]
        #expect(
            said(files) == """
                sale.csv:4:1: error: the sale '1' is there already, at sale.csv:2
                    4 | 1,2026-01-12,anna,300
                      | ^
                   help: is it the same row twice? Keep one. Are they rows of their own, such as the lines of an order? Then each needs an id of its own: put the order and the line number into one column before export
                """)
        #expect(
            said(files, .ru) == """
                sale.csv:4:1: ошибка: событие «1» уже есть: sale.csv:2
                    4 | 1,2026-01-12,anna,300
                      | ^
                   совет: это одна и та же строка дважды? Оставьте одну. Это разные строки, например строки одного заказа? Тогда у каждой должен быть свой id: соедините номер заказа и номер строки в одной колонке перед выгрузкой
                """)
    }

    @Test("one event id in two files")
    func duplicateAcross() {
        let files = [
            "tables.yaml": """
            tables:
              february.csv: {reads: sale}
            """,
            "february.csv": """
            id,date,seller,amount
            3,2026-02-10,anna,100
            2,2026-02-11,boris,200
            """,
        ]
        #expect(
            said(files) == """
                sale.csv:3:1: error: the sale '2' is there already, at february.csv:3
                    3 | 2,2026-01-11,boris,200
                      | ^
                   help: is it the same row twice? Keep one. Are they rows of their own, such as the lines of an order? Then each needs an id of its own: put the order and the line number into one column before export
                """)
    }

    @Test("one person id twice")
    func duplicatePeople() {
        let files = [
            "people.csv": """
            id,name
            anna,Anna
            boris,Boris
            anna,Other
            """
        ]
        #expect(
            said(files) == """
                people.csv:4: error: 'anna' is there already, at people.csv:2
                    4 | anna,Other
                   help: every person needs an id of its own
                """)
        #expect(
            said(files, .ru) == """
                people.csv:4: ошибка: «anna» уже есть: people.csv:2
                    4 | anna,Other
                   совет: у каждой записи должен быть свой id
                """)
    }
}
