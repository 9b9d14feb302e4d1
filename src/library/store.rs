//! Changing a file so that at every moment it is whole, and two programs that
//! change it at once lose nothing.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use same_file::Handle;

/// A file could not be changed.
#[derive(Debug, thiserror::Error)]
#[error("cannot {action} {}", .path.display())]
pub struct StoreError {
    action: &'static str,
    path: PathBuf,
    source: io::Error,
}

impl StoreError {
    fn of(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self {
            action,
            path,
            source,
        }
    }

    /// What the system said.
    pub fn kind(&self) -> io::ErrorKind {
        self.source.kind()
    }
}

/// Changes a file: `change` gets what is in it (nothing if it does not exist)
/// and gives what shall be in it, with a value to hand on. Without new
/// content the file stays as it is.
///
/// A lock is held meanwhile, so changes happen one after the other. The new
/// content is written beside the file, brought to the disk, and renamed: a
/// program or machine that stops at any moment leaves the old or the new file
/// whole. A symbolic link is followed, permissions are kept, folders that are
/// missing are made.
///
/// # Errors
/// What `change` returns, or a [`StoreError`] when the file, its folder or the
/// lock cannot be read or written.
pub fn update<T, E: From<StoreError>>(
    path: &Path,
    change: impl FnOnce(Option<Vec<u8>>) -> Result<(Option<Vec<u8>>, T), E>,
) -> Result<T, E> {
    locked(path, |target, folder| {
        let old = match fs::read(target) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(StoreError::of("read", target)(error).into()),
        };
        let (new, value) = change(old)?;
        if let Some(bytes) = new {
            replace(target, folder, |out| out.write_all(&bytes))
                .map_err(StoreError::of("write", target))?;
        }
        Ok(value)
    })
}

/// Writes a file anew, as [`update`] does, piece by piece. `may` is asked before,
/// under the lock, whether a file that is there may be replaced.
///
/// # Errors
/// What `may` returns, or a [`StoreError`] when the file, its folder or the lock
/// cannot be written.
pub fn rewrite<E: From<StoreError>>(
    path: &Path,
    may: impl FnOnce() -> Result<(), E>,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), E> {
    locked(path, |target, folder| {
        if target.exists() {
            may()?;
        }
        replace(target, folder, write).map_err(StoreError::of("write", target))?;
        Ok(())
    })
}

/// Does something to the file that a path leads to, and its folder, while nobody
/// else does.
fn locked<T, E: From<StoreError>>(
    path: &Path,
    action: impl FnOnce(&Path, &Path) -> Result<T, E>,
) -> Result<T, E> {
    let target = follow(path).map_err(StoreError::of("find", path))?;
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    fs::create_dir_all(folder).map_err(StoreError::of("make the folder", folder))?;
    let lock = Lock::take(&beside(&target, "lock")).map_err(StoreError::of("lock", &target))?;
    let value = action(&target, folder)?;
    drop(lock);
    Ok(value)
}

/// Deletes a file under its lock.
pub(super) fn remove(path: &Path) -> Result<(), StoreError> {
    let lock = Lock::take(&beside(path, "lock")).map_err(StoreError::of("lock", path))?;
    fs::remove_file(path).map_err(StoreError::of("delete", path))?;
    drop(lock);
    Ok(())
}

/// Puts new content in place of a file; the lock is held.
fn replace(
    target: &Path,
    folder: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    // Whoever holds the lock owns this name; what a killed program left of it
    // is written over.
    let new = beside(target, "new");
    let written = write_new(&new, target, write).and_then(|()| fs::rename(&new, target));
    if let Err(error) = written {
        // The first error is the one to tell.
        let _ = fs::remove_file(&new);
        return Err(error);
    }
    sync_folder(folder)
}

fn write_new(
    new: &Path,
    target: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let permissions = match fs::metadata(target) {
        Ok(metadata) => Some(metadata.permissions()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    if permissions.as_ref().is_some_and(fs::Permissions::readonly) {
        return Err(io::Error::new(
            io::ErrorKind::PermissionDenied,
            "it is read-only",
        ));
    }
    let file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .open(new)?;
    let mut out = BufWriter::new(file);
    write(&mut out)?;
    let file = out.into_inner()?;
    if let Some(permissions) = permissions {
        file.set_permissions(permissions)?;
    }
    file.sync_all()
}

/// Brings a rename to the disk, where a folder can be opened.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()
    } else {
        Ok(())
    }
}

/// A hidden file beside another: `.bank.json.lock`.
fn beside(target: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(".");
    name.push(ending);
    target.with_file_name(name)
}

/// Where a path leads in the end, also when nothing is there yet.
fn follow(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..40 {
        match fs::read_link(&path) {
            // A relative link is relative to the link's folder.
            Ok(link) => path = path.parent().unwrap_or(Path::new("")).join(link),
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other("too many links follow one another"))
}

/// A lock that goes with the program that holds it, however it ends.
struct Lock {
    file: Handle,
    path: PathBuf,
}

impl Lock {
    /// Waits until nobody else holds it.
    fn take(path: &Path) -> io::Result<Self> {
        loop {
            let file = OpenOptions::new()
                .write(true)
                .create(true)
                .truncate(false)
                .open(path)?;
            file.lock()?;
            // Who held it before may have deleted it, and another one may
            // hold a new file of that name by now.
            let held = Handle::from_file(file)?;
            if Handle::from_path(path).is_ok_and(|there| there == held) {
                let path = path.to_owned();
                return Ok(Self { file: held, path });
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // A lock file that stays does no harm: the next one takes it over.
        if cfg!(unix) {
            let _ = fs::remove_file(&self.path);
        }
        let _ = self.file.as_file().unlock();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(path: &Path, text: &str) -> Result<(), StoreError> {
        update(path, |_| Ok((Some(text.as_bytes().to_vec()), ())))
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|e| e.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort_unstable();
        names
    }

    #[test]
    fn folders_are_made_and_nothing_is_left_beside_the_file() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a/b/bank.json");
        put(&path, "one").unwrap();
        put(&path, "two").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "two");
        assert_eq!(names(path.parent().unwrap()), ["bank.json"]);
    }

    #[test]
    fn what_a_killed_program_left_is_no_hindrance() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join(".bank.json.lock"), "").unwrap();
        fs::write(dir.path().join(".bank.json.new"), "half a ba").unwrap();
        put(&dir.path().join("bank.json"), "x").unwrap();
        assert_eq!(names(dir.path()), ["bank.json"]);
    }

    #[test]
    fn a_change_that_fails_leaves_the_file_as_it_was() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("bank.json");
        put(&path, "old").unwrap();
        let failed: Result<(), StoreError> = update(&path, |old| {
            assert_eq!(old.as_deref(), Some(&b"old"[..]));
            Err(StoreError::of("do", Path::new("x"))(io::Error::other("no")))
        });
        assert!(failed.is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        assert_eq!(names(dir.path()), ["bank.json"]);
    }

    #[test]
    fn a_file_is_written_anew_only_if_it_may_be_and_only_whole() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("bank.json");
        let no = || StoreError::of("do", Path::new("x"))(io::Error::other("no"));
        rewrite(&path, || Err(no()), |out| out.write_all(b"new")).unwrap();
        assert!(rewrite(&path, || Err(no()), |out| out.write_all(b"newer")).is_err());
        let broken = rewrite(
            &path,
            || Ok::<_, StoreError>(()),
            |out| {
                out.write_all(b"half")?;
                Err(io::Error::other("full"))
            },
        );
        assert!(broken.is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(names(dir.path()), ["bank.json"]);
    }

    #[test]
    fn changes_at_the_same_moment_all_count() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("bank.json");
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..25 {
                        update::<_, StoreError>(&path, |old| {
                            let mut bytes = old.unwrap_or_default();
                            bytes.push(b'x');
                            Ok((Some(bytes), ()))
                        })
                        .unwrap();
                    }
                });
            }
        });
        assert_eq!(fs::read(&path).unwrap().len(), 200);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_and_permissions_are_kept() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let dir = tempfile::tempdir().unwrap();
        let real = dir.path().join("real.json");
        let link = dir.path().join("link.json");
        fs::write(&real, "old").unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        symlink("real.json", &link).unwrap();
        put(&link, "new").unwrap();
        assert_eq!(fs::read_to_string(&real).unwrap(), "new");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        let mode = fs::metadata(&real).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
    }

    #[cfg(unix)]
    #[test]
    fn a_read_only_file_is_not_replaced() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("bank.json");
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        let error = put(&path, "new").unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::PermissionDenied);
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    }
}
