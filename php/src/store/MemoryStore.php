<?php

declare(strict_types=1);

namespace CrmOauth;

/** Keeps everything in the memory of one process, and loses it with it: for tests, and for trying. */
final class MemoryStore implements Store
{
    private readonly MemoryStates $states;
    private readonly MemorySecrets $secrets;
    private readonly MemoryConnections $connections;

    public function __construct()
    {
        $this->states = new MemoryStates();
        $this->secrets = new MemorySecrets();
        $this->connections = new MemoryConnections();
    }

    public function states(): StateStore
    {
        return $this->states;
    }

    public function secrets(): SecretsStore
    {
        return $this->secrets;
    }

    public function connections(): ConnectionStore
    {
        return $this->connections;
    }
}
