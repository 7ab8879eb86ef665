const storageKey = "neurones.token";

/**
 * The server's token: from the address the first time, afterwards from this tab's own storage.
 * It leaves the address bar at once, so that it isn't bookmarked, shared or shown on a projector.
 */
export function takeToken(): string | null {
  const address = new URL(location.href);
  const token = address.searchParams.get("token");
  if (token !== null) {
    sessionStorage.setItem(storageKey, token);
    address.searchParams.delete("token");
    history.replaceState(history.state, "", address);
  }

  return sessionStorage.getItem(storageKey);
}
