internal import CMalloc

/// How the memory of the process is asked of the system.
enum HeapMemory {
    /// Keeps memory that was freed for what is needed next, and asks for more in larger pieces.
    ///
    /// A calculation takes and frees blocks of megabytes one after the other. By itself glibc gives each back and has it made anew, page by page, filled
    /// with zeros: half of all page faults of a large calculation, and a tenth of its time.
    static func keepFreed() {
        #if canImport(Glibc)
        mallopt(M_MMAP_THRESHOLD, 32 << 20)
        mallopt(M_TRIM_THRESHOLD, 256 << 20)
        mallopt(M_TOP_PAD, 16 << 20)
        #endif
    }
}
