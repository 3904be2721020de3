import Repatriation
import Terminal

/// The groups of a point.
struct GroupsScreen: PointListing {
    typealias Asked = GroupsOf
    static let name = Bilingual("Grupos", "Groups")
    let place: PointCode
    var procedure: Procedure? {
        Procedure(
            .announce, .arrive, .rollCall, .balance, .transfer,
            alarms: [.outOfHours, .notBalanced, .transferLate])
    }
    var list = LiveList<GroupLine>()

    static let table: KeyTable<Self> = [
        .on(.enter, "Pase de lista", "Roll call") { [.push(RollCallScreen(group: $0.id))] },
        .key(.add, "(anunciar)", "(announce)") {
            $0.list.adopt()
            $0.list.expectOwn()
            return [.push(GroupForms.announce($0.place))]
        },
        .key(.list) { [.push(ListScreen(point: $0.place, into: $0.list.current))] },
        .on(.atLine, "(llegó)", "(arrived)") { [.push(GroupForms.count($0, .line))] },
        .on(.balance) { [.push(GroupForms.balance($0))] },
        .on(.conclude) { [.perform(.act(CloseGroup($0.id)))] },
        .on(.correct) { [.push(GroupForms.amend($0.group))] },
        .on(.sheet) { [.effect(.printSheet($0.id))] }
            .unless { $0.place == $1.point ? nil : .printsElsewhere },
        .on(.reopen) { [.perform(.act(ReopenGroup($0.id, reason: nil)))] },
        .on(.help, "al grupo", "to the group") { [.push(GiveHelpScreen(group: $0.group))] },
        .on(.transfer) { [.effect(.load(RollOf($0.id), holds: true))] },
        .on(.share) { [.effect(.load(ShareOf($0.id), holds: true))] },
    ]

    func barred(_ context: Workplace) -> Why? {
        list.current == nil
            ? .says("No hay grupo en el cursor.", "There is no group at the cursor.") : nil
    }

    static func isOwn(_ act: any Act) -> Bool { false }

    /// Who is inside of a group, and with whom it was shared, is known before its forms ask.
    mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        if let lines = answer(in: reply) { list.take(lines) }
        if let told = reply.answer(ShareOf.self) {
            return [.push(ShareForms.authority(told.query.group, told.answer))]
        }
        guard let line = list.current, let found = reply.answer(to: RollOf(line.id)) else {
            return []
        }
        return [.push(TransferForms.group(line, found.rows, context))]
    }

    func draw(on frame: inout Frame, _ context: Workplace) {
        let isWide = frame.width >= 76
        let head =
            isWide
            ? Bilingual(
                "Grupo  Llegó  Modo        Lista  Recib  No ll  F/lis  Faltan  Línea  Estado",
                "Group  Came   Mode        List   Recd   Abs    Off    Left    Line   State")
            : Bilingual("Grupo  Lista  Recib  Faltan Estado", "Group  List   Recd   Left   State")
        frame.put(head(context.language), row: 1, column: 2, Style(.muted))
        for (row, index) in list.window(frame.height - 4).enumerated() {
            let line = list.elements[index]
            draw(line, isWide: isWide, on: &frame, row: 2 + row, context)
            if line.id == list.selected {
                frame.putCursor(row: 2 + row)
            }
        }
        if list.elements.isEmpty {
            let words = Bilingual(
                "Sin grupos. «a» anuncia uno, «i» pega o abre una lista.",
                "No groups. «a» announces one, «i» pastes or opens a list.")
            frame.put(
                words(context.language), row: 2, column: 2, Style(.muted), limit: frame.width - 4)
            frame.cursor = (2, 1)
        }
        frame.isCursorVisible = true
    }

    private func draw(
        _ line: GroupLine, isWide: Bool, on frame: inout Frame, row: Int, _ context: Workplace
    ) {
        let counts = line.counts
        frame.put(line.group.name, row: row, column: 2, Style(.title))
        func right(_ value: Int?, _ column: Int, _ role: Role = .text) {
            frame.putRight(value.map(String.init) ?? "–", row: row, before: column, Style(role))
        }
        let (state, role) = self.state(line)
        if isWide {
            frame.put(
                line.arrived?.clock ?? line.expected.map { "~\($0.clock)" } ?? "–", row: row,
                column: 9)
            let mode = line.group.mode == .notStated ? nil : line.group.mode
            frame.put(mode.label(context.language), row: row, column: 16)
            right(counts.onList, 33)
            right(counts.received, 40)
            right(counts.noShow, 47)
            right(counts.offList, 54)
            right(counts.pending, 62, counts.pending > 0 ? .late : .text)
            right(line.group.line, 69)
            frame.put(state(context.language), row: row, column: 71, Style(role))
        } else {
            right(counts.onList, 14)
            right(counts.received, 21)
            right(counts.pending, 29, counts.pending > 0 ? .late : .text)
            // A number that is cut would be another.
            frame.put(
                TextWidth.fit(state(context.language), frame.width - 30), row: row, column: 30,
                Style(role))
        }
    }

    private func state(_ line: GroupLine) -> (Bilingual, Role) {
        switch line.group.stage {
        case .announced:
            if let origin = line.group.origin {
                return (Bilingual("de \(origin.text)", "from \(origin.text)"), .info)
            }
            return line.group.isOutOfHours
                ? (Bilingual("f/horario", "off hours"), .late)
                : (Bilingual("anunciado", "announced"), .info)
        case .arrived: return (Bilingual("llegó", "here"), .accent)
        case .balanced:
            return line.counts.inside > 0
                ? (Bilingual("quedan \(line.counts.inside)", "\(line.counts.inside) left"), .text)
                : line.counts.transferred > 0
                    ? (
                        Bilingual(
                            "trasl. \(line.counts.transferred)",
                            "sent \(line.counts.transferred)"), .text
                    )
                    : (Bilingual("cuadrado", "balanced"), .ok)
        case .concluded: return (Bilingual("concluido", "concluded"), .muted)
        }
    }
}

/// The forms about groups.
enum GroupForms {
    static let modes: [AnswerOption] = [
        .init(code: "bus", letter: "b", label: Bilingual("autobús", "bus")),
        .init(code: "van", letter: "c", label: Bilingual("camioneta", "van")),
        .init(code: "foot", letter: "p", label: Bilingual("a pie", "on foot")),
        .init(code: "flight", letter: "v", label: Bilingual("vuelo", "flight")),
    ]
    static let authorities: [AnswerOption] = [
        .init(code: "ICE", letter: "i", label: Bilingual("ICE", "ICE")),
        .init(
            code: "USBP", letter: "u",
            label: Bilingual("USBP Patrulla Fronteriza", "USBP Border Patrol")),
        .init(code: "OFO", letter: "o", label: Bilingual("OFO", "OFO")),
        .init(code: "other", letter: "x", label: Bilingual("otra", "other")),
    ]

    private static func fields(_ group: Group?) -> [FormField] {
        [
            FormField(
                "mode", "Modo", "Mode", .options(modes),
                value: group.map { $0.mode == .notStated ? "" : $0.mode.rawValue } ?? ""),
            FormField(
                "authority", "Autoridad que entrega", "Authority", .options(authorities),
                value: group.map { $0.authority == .notStated ? "" : $0.authority.rawValue } ?? ""),
            FormField("office", "Oficina o sector", "Office or sector", value: group?.office ?? ""),
            FormField("minutes", "Llega en (minutos)", "Arrives in (minutes)", .number()),
            FormField(
                "count", "Personas que declara EUA", "People the US declares", .number(),
                value: group?.declared.map(String.init) ?? ""),
            FormField("calledBy", "Quién avisó", "Who called", value: group?.calledBy ?? ""),
            FormField("phone", "Teléfono", "Phone", value: group?.phone ?? ""),
            FormField(
                "medical", "Casos médicos", "Medical cases", .number(),
                value: group?.medical.map(String.init) ?? ""),
            FormField(
                "families", "Familias", "Families", .number(),
                value: group?.families.map(String.init) ?? ""),
            FormField(
                "children", "Niñas, niños, adolescentes", "Children", .number(),
                value: group?.children.map(String.init) ?? ""),
        ]
    }

    private static func announcement(_ values: [String: String], now: Instant) -> Announcement {
        var announcement = Announcement()
        announcement.mode = values["mode"].flatMap(Mode.init)
        announcement.authority = values["authority"].flatMap(Authority.init)
        announcement.office = values["office"]
        announcement.expectedAt = values["minutes"].flatMap(Int.init).map {
            now.adding(minutes: $0)
        }
        announcement.count = values["count"].flatMap(Int.init)
        announcement.calledBy = values["calledBy"]
        announcement.phone = values["phone"]
        announcement.medical = values["medical"].flatMap(Int.init)
        announcement.families = values["families"].flatMap(Int.init)
        announcement.children = values["children"].flatMap(Int.init)
        return announcement
    }

    static func announce(_ point: PointCode) -> FormScreen {
        FormScreen(
            Bilingual("Anunciar grupo", "Announce a group"), of: "point:\(point.text)", fields(nil)
        ) { values in
            [.now { .perform(.act(AnnounceGroup(point, announcement(values, now: $0)))) }]
        }
        .told(by: Procedure(.announce))
    }

    static func amend(_ group: Group) -> FormScreen {
        FormScreen(
            Bilingual("Editar \(group.name)", "Edit \(group.name)"), of: "group:\(group.id.value)",
            fields(group)
        ) { values in
            [.now { .perform(.act(AmendGroup(group.id, announcement(values, now: $0)))) }]
        }
        .told(by: Procedure(.announce))
    }

    /// A head count is typed blind: the screen shows no figure to copy.
    static func count(_ line: GroupLine, _ place: CountPlace) -> FormScreen {
        let heading =
            place == .line
            ? Bilingual(
                "Conteo en la línea · \(line.group.name)", "Count at the line · \(line.group.name)")
            : Bilingual(
                "Conteo en sala · \(line.group.name)", "Count in the room · \(line.group.name)")
        let group = line.id
        let isAnnounced = line.group.stage == .announced
        return FormScreen(
            heading, of: "group:\(group.value)",
            [
                FormField(
                    "count", "Personas contadas", "People counted", .number(), required: true),
                FormField(
                    "reason", "Motivo, si ya sabe de una diferencia",
                    "Reason, if a difference is known"),
            ]
        ) { values in
            guard let count = values["count"].flatMap(Int.init) else { return [] }
            if place == .line, isAnnounced {
                return [.perform(.act(ArriveGroup(group, headcount: count)))]
            }
            return [.perform(.act(HeadCount(group, place, count, reason: values["reason"])))]
        }
        .told(by: Procedure(.arrive))
    }

    static func balance(_ line: GroupLine) -> FormScreen {
        let group = line.id
        let counts = line.counts
        func count(_ number: Int?) -> String { number.map(String.init) ?? "–" }
        let (declared, atLine, inRoom) = (
            count(line.group.declared), count(line.group.line), count(line.group.room)
        )
        return FormScreen(
            Bilingual("Cuadrar \(line.group.name)", "Balance \(line.group.name)"),
            of: "group:\(group.value)",
            note: Bilingual(
                """
                Presentes \(counts.present). Conteos: declarado \(declared), línea \(atLine), \
                sala \(inRoom). No llegó \(counts.noShow). 
                """
                    + "Cuadra si coinciden, o si el motivo explica cada diferencia.",
                """
                Present \(counts.present). Counts: declared \(declared), line \(atLine), room \
                \(inRoom). Did not come \(counts.noShow). 
                """
                    + "Balanced when they agree, or when the reason explains each difference."),
            [
                FormField(
                    "reason", "Motivo de la diferencia, si la hay",
                    "Reason of the difference, if any")
            ]
        ) { [.perform(.act(BalanceGroup(group, reason: $0["reason"])))] }
        .told(by: Procedure(.balance))
    }
}
