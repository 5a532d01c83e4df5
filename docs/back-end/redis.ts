import type { RedisClientType } from 'redis';
import type { StateRecord, StateStore } from 'crm-oauth-button/server';

/** In ms: how long an expired state is told from an unknown one, and a used one from a new one. */
const [HOUR, DAY] = [3_600_000, 86_400_000];

/** Keeps states in Redis: 20 for each session, of which the oldest goes. */
export class RedisStates implements StateStore {
  constructor(
    readonly redis: Pick<RedisClientType, 'set' | 'mGet' | 'exists' | 'rPush' | 'pExpire' | 'lPop' | 'del'>,
  ) {}

  async add(digest: string, record: StateRecord, now: number): Promise<void> {
    const PX = record.expires - now + HOUR;
    const own = `crm:session:${record.session}`;
    await this.redis.set(`crm:state:{${digest}}`, JSON.stringify(record), { PX });
    const count = await this.redis.rPush(own, digest);
    await this.redis.pExpire(own, PX);
    const oldest = count > 20 && (await this.redis.lPop(own));
    if (oldest) await this.redis.del(`crm:state:{${oldest}}`);
  }

  async get(digest: string): Promise<StateRecord | undefined> {
    const [text, used] = await this.redis.mGet([`crm:state:{${digest}}`, `crm:used:{${digest}}`]);
    return text ? { ...(JSON.parse(text) as StateRecord), isUsed: used !== null } : undefined;
  }

  async use(digest: string): Promise<boolean> {
    if ((await this.redis.exists(`crm:state:{${digest}}`)) === 0) return false;
    // Of all callers, one sets it.
    return (await this.redis.set(`crm:used:{${digest}}`, '1', { PX: DAY, NX: true })) === 'OK';
  }
}
