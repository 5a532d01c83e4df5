<?php

declare(strict_types=1);

namespace CrmOauth;

/** All that a back end keeps. The parts may be in different places: states in Redis, connections in PostgreSQL. */
interface Store
{
    public function states(): StateStore;

    public function secrets(): SecretsStore;

    public function connections(): ConnectionStore;
}
