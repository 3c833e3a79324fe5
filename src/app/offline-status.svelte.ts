/** Whether the whole product has been stored during this visit: from then on it works without its server. */
export class OfflineStatus {
  isReady = $state(false);
}
