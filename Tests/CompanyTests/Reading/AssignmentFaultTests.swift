import Formulas
import Messages
import Testing

@Suite("People hold what can be held at once, below somebody else")
struct AssignmentFaultTests {
    @Test("two assignments at once")
    func overlap() {
        let files = [
            "assignments.csv": """
            person,position,unit,manager,from,until,share
            anna,seller,sales_team,,2026-01-01,,
            anna,seller,sales_team,,2026-03-01,,
            """
        ]
        #expect(
            said(files) == """
                assignments.csv:3: error: on 2026-03-01 'anna' already holds an assignment (assignments.csv:2); together 200 % of full time
                    3 | anna,seller,sales_team,,2026-03-01,,
                   help: end the earlier one with 'until', or give both a 'share'
                """)
        #expect(
            said(files, .ru) == """
                assignments.csv:3: ошибка: на 01.03.2026 у «anna» уже есть назначение (assignments.csv:2); вместе 200 % ставки
                    3 | anna,seller,sales_team,,2026-03-01,,
                   совет: закончите прежнее в «until» или укажите доли в «share»
                """)
    }

    @Test("two halves of one person are allowed")
    func halves() {
        let files = [
            "assignments.csv": """
            person,position,unit,manager,from,until,share
            anna,seller,sales_team,,2026-01-01,,50%
            anna,seller,sales_team,,2026-03-01,,0.5
            """
        ]
        #expect(said(files) == "")
    }

    @Test("shares of time that are none")
    func shareRange() {
        let files = [
            "assignments.csv": """
            person,position,unit,manager,from,until,share
            anna,seller,sales_team,,2026-01-01,,150%
            boris,seller,sales_team,,2026-03-01,,0
            """
        ]
        #expect(
            said(files) == """
                assignments.csv:2: error: a share of time of 150 % is not between 0 and 100 %
                    2 | anna,seller,sales_team,,2026-01-01,,150%
                   help: 100 % is full time; leave the cell empty for that
                assignments.csv:3: error: a share of time of 0 % is not between 0 and 100 %
                    3 | boris,seller,sales_team,,2026-03-01,,0
                   help: 100 % is full time; leave the cell empty for that
                """)
    }

    @Test("an assignment that ends before it begins")
    func backwards() {
        let files = [
            "assignments.csv": """
            person,position,unit,manager,from,until,share
            anna,seller,sales_team,,2026-03-01,2026-03-01,
            """
        ]
        #expect(
            said(files) == """
                assignments.csv:2: error: no day is left: it begins on 2026-03-01 and has ended on 2026-03-01
                    2 | anna,seller,sales_team,,2026-03-01,2026-03-01,
                   help: 'until' is the first day after
                """)
        #expect(
            said(files, .ru) == """
                assignments.csv:2: ошибка: не остаётся ни дня: начало 01.03.2026, а 01.03.2026 уже всё
                    2 | anna,seller,sales_team,,2026-03-01,2026-03-01,
                   совет: «until» — первый день после окончания
                """)
    }

    @Test("two people who report to each other")
    func circle() {
        let files = [
            "assignments.csv": """
            person,position,unit,manager,from,until,share
            anna,seller,sales_team,boris,2026-01-01,,
            boris,seller,sales_team,anna,2026-03-01,,
            """
        ]
        #expect(
            said(files) == """
                assignments.csv:2: error: the reporting line of 'anna' leads back to where it began: anna → boris → anna
                    2 | anna,seller,sales_team,boris,2026-01-01,,
                   help: mend the column 'manager'
                assignments.csv:3: error: the reporting line of 'boris' leads back to where it began: boris → anna → boris
                    3 | boris,seller,sales_team,anna,2026-03-01,,
                   help: mend the column 'manager'
                """)
        #expect(
            said(files, .ru) == """
                assignments.csv:2: ошибка: подчинение «anna» замыкается в круг: anna → boris → anna
                    2 | anna,seller,sales_team,boris,2026-01-01,,
                   совет: исправьте столбец «manager»
                assignments.csv:3: ошибка: подчинение «boris» замыкается в круг: boris → anna → boris
                    3 | boris,seller,sales_team,anna,2026-03-01,,
                   совет: исправьте столбец «manager»
                """)
    }

    @Test("people who change places report to each other on different days")
    func noCircle() {
        let files = [
            "assignments.csv": """
            person,position,unit,manager,from,until,share
            anna,seller,sales_team,boris,2026-01-01,2026-03-01,
            boris,seller,sales_team,anna,2026-03-01,,
            """
        ]
        #expect(said(files) == "")
    }

    @Test("units below each other")
    func unitCircle() {
        let files = [
            "units.csv": """
            id,title,parent
            north,North,south
            south,South,north
            """
        ]
        #expect(
            said(files) == """
                units.csv:2: error: the unit 'north' is below itself
                    2 | north,North,south
                   help: mend its 'parent'
                """)
        #expect(
            said(files, .ru) == """
                units.csv:2: ошибка: подразделение «north» входит само в себя
                    2 | north,North,south
                   совет: исправьте его «parent»
                """)
    }

    @Test("a unit below one that does not exist")
    func unknownParent() {
        let files = [
            "units.csv": """
            id,title,parent
            north,North,sales_taem
            """
        ]
        #expect(
            said(files) == """
                units.csv:2:13: error: there is no unit 'sales_taem'
                    2 | north,North,sales_taem
                      |             ^~~~~~~~~~
                   help: did you mean 'sales_team'?
                """)
    }

    @Test("two people in one role for one client")
    func teams() {
        let files = [
            "clients.csv": "id,title\nacme,Acme",
            "teams.csv": """
            subject,role,person,from,until
            acme,kam,anna,2026-01-01,
            acme,kam,boris,2026-02-01,
            acme,kam,zoe,2026-02-01,
            """,
        ]
        #expect(
            said(files) == """
                teams.csv:3: error: 'anna' already has the role 'kam' for 'acme' on some of these days
                    3 | acme,kam,boris,2026-02-01,
                   help: end the earlier one with 'until'
                teams.csv:4:10: error: there is no person 'zoe'
                    4 | acme,kam,zoe,2026-02-01,
                      |          ^~~
                   help: add it to people.csv
                """)
        #expect(
            said(files, .ru) == """
                teams.csv:3: ошибка: роль «kam» для «acme» в часть этих дней уже у «anna»
                    3 | acme,kam,boris,2026-02-01,
                   совет: закончите прежнюю в «until»
                teams.csv:4:10: ошибка: записи «zoe» (person) нет
                    4 | acme,kam,zoe,2026-02-01,
                      |          ^~~
                   совет: добавьте её в people.csv
                """)
    }

    @Test("a role for a client that does not exist")
    func unknownSubject() {
        let files = ["clients.csv": "id,title\nacme,Acme", "teams.csv": "subject,role,person\nacne,kam,anna"]
        #expect(
            said(files) == """
                teams.csv:2:1: error: no record has the id 'acne'
                    2 | acne,kam,anna
                      | ^~~~
                   help: did you mean 'acme'?
                """)
    }
}
