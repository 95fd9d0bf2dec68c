/** An installation that cannot be done, or taken away. */
export class InstallError extends Error {
  override readonly name = 'InstallError';
}

const NOT_ALLOWED = new Set(['EACCES', 'EPERM', 'EROFS']);
const NO_FOLDER = new Set(['ENOTDIR', 'EEXIST']);

/** An error of the file system as one that says what to do. */
export function explained(doing: string, error: unknown): InstallError {
  if (error instanceof InstallError) return error;
  const { code = '', path, syscall, message } = error as NodeJS.ErrnoException;
  if (NOT_ALLOWED.has(code)) {
    const where = path === undefined ? 'there' : `at ${path}`;
    return new InstallError(
      `${doing}: writing is not allowed ${where}. Do it as the owner, or take another place with --prefix or --user.`,
    );
  }
  if (NO_FOLDER.has(code)) {
    return new InstallError(`${doing}: ${path ?? 'a path'} is in the way, where a folder has to be. Move it away.`);
  }
  // Of a file system that takes no folders, or a drive that there is not.
  if (code === 'ENOENT' && syscall === 'mkdir') {
    return new InstallError(
      `${doing}: no folder can be made at ${path ?? 'this place'}. Take another place with --prefix or --user.`,
    );
  }
  return new InstallError(`${doing}: ${message}`);
}
