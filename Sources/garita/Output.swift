import Glibc
import Repatriation
import Store

/// The one door by which results leave the program: what could not be written out whole is told,
/// and ends it with 1.
///
/// Nothing else writes to the standard output but the screen itself.
func put(_ text: String) {
    if !write(text, to: 1) { unwritten() }
}

/// The same of bytes.
func put(_ bytes: UnsafeRawBufferPointer) {
    if !write(bytes, to: 1) { unwritten() }
}

/// Not all of a result went out.
func unwritten() -> Never {
    complain(
        Bilingual(
            """
            no se pudo escribir todo: el disco está lleno o nadie lo lee. Lo pedido pudo quedar \
            hecho: véalo antes de repetir.
            """,
            """
            not all could be written: the disk is full or nobody reads it. What was asked may be \
            done: look before repeating.
            """
        )(Main.language))
    exit(1)
}

/// A line of the result.
func say(_ line: String) { put(line + "\n") }

/// A sentence about what went wrong or has to be known, beside the result.
///
/// What would steer a terminal is shown by its sign: names of files are anybody's.
func complain(_ line: String) { write("garita: \(line.withoutSteering)\n", to: 2) }

extension String {
    /// With signs in place of what steers a terminal.
    fileprivate var withoutSteering: String {
        let steers = { (scalar: Unicode.Scalar) in
            scalar.value < 32 && scalar != "\n" && scalar != "\t"
                || (127...159).contains(scalar.value)
        }
        guard unicodeScalars.contains(where: steers) else { return self }
        var shown = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            let sign = scalar.value < 32 ? Unicode.Scalar(0x2400 + scalar.value) : "\u{FFFD}"
            shown.append(steers(scalar) ? sign ?? "\u{FFFD}" : scalar)
        }
        return String(shown)
    }
}

/// Writes all of a text to a descriptor; false when it does not take it.
@discardableResult
func write(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
}

/// A reader that asked not to be waited for is waited for all the same.
private func waitForRoom(_ descriptor: Int32) -> Bool {
    var room = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return uninterrupted { poll(&room, 1, -1) } == 1
}

/// Writes all of these bytes to a descriptor; false when it does not take them.
func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
        let count = uninterrupted {
            Glibc.write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
        }
        if count < 0 {
            guard errno == EAGAIN && waitForRoom(descriptor) else { return false }
            continue
        }
        done += count
    }
    return true
}

/// The columns of the terminal that is written to, at least 40; nil where it goes into a file or to
/// another program, which folds nothing.
func terminalColumns() -> Int? {
    var size = winsize()
    guard isatty(1) == 1, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
        return nil
    }
    return max(40, Int(size.ws_col))
}
