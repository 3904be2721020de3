extension AlertKind {
    /// What it is called in a list of alarms.
    package var label: Bilingual {
        switch self {
        case .absentTwice: .init("no acude", "absent when called")
        case .answersMissing: .init("faltan hechos contestados", "answers missing")
        case .askedFor: .init("preguntan por alguien", "somebody is asked for")
        case .backupOld: .init("copia vieja", "old copy")
        case .childBook: .init("libro de NNA", "children's book")
        case .childWaiting: .init("NNA por ir a buscar", "child to be fetched")
        case .childOnTheWay: .init("NNA en camino", "child on the way")
        case .clockInDoubt: .init("reloj en duda", "clock in doubt")
        case .deskIdle: .init("ventanilla libre", "idle desk")
        case .diskLow: .init("poco disco", "little disk")
        case .doseDue: .init("medicina a su hora", "medicine due")
        case .familySplit: .init("familia en dos puntos", "family at two points")
        case .filterEnds: .init("termina un filtro", "filter ends")
        case .insideLong: .init("mucho tiempo adentro", "inside for long")
        case .leftPending: .init("salió con pendientes", "left with something pending")
        case .nationalityDue: .init("plazo de nacionalidad", "nationality due")
        case .notBalanced: .init("grupo sin cuadrar", "group not balanced")
        case .notMexican: .init("nacionalidad negada", "decided not Mexican")
        case .outOfHours: .init("fuera de horario", "out of hours")
        case .paperUndelivered: .init("papeles por entregar", "papers undelivered")
        case .pastTarget: .init("fuera de meta", "past target")
        case .peak: .init("afluencia", "peak")
        case .pointSilent: .init("punto callado", "silent point")
        case .providerFull: .init("institución llena", "institution full")
        case .referralsLate: .init("canalización vencida", "referral late")
        case .reserved: .init("atención reservada", "reserved attention")
        case .rightsDue: .init("solicitud de derechos", "rights request")
        case .sameVisitor: .init("una visita por varios", "one visitor for several")
        case .stockLow: .init("se acaba material", "material runs low")
        case .toConfirm: .init("salida por confirmar", "exit to be confirmed")
        case .transferLate: .init("no llegan al otro punto", "not come to the other point")
        case .unlocated: .init("persona sin ubicar", "person not located")
        case .vitalEmergency: .init("emergencia vital", "vital emergency")
        }
    }
}

extension Alarm.Threshold.Unit {
    /// As a form names it.
    package var label: Bilingual {
        switch self {
        case .minutes: .init("min", "min")
        case .days: .init("días", "days")
        case .times: .init("veces", "times")
        case .megabytes: .init("MB", "MB")
        }
    }
}
