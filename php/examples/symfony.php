<?php

namespace App\Controller;

use CrmOauth\{Client, Handler, PdoStore, Request as CrmRequest};
use Symfony\Bundle\SecurityBundle\Security;
use Symfony\Component\DependencyInjection\Attribute\Autowire;
use Symfony\Component\EventDispatcher\EventDispatcherInterface;
use Symfony\Component\HttpFoundation\{Request, Response};
use Symfony\Component\HttpKernel\KernelEvents;
use Symfony\Component\Routing\Attribute\Route;

final class CrmController
{
    private readonly Handler $crm;

    public function __construct(
        private readonly EventDispatcherInterface $events,
        Security $security,
        #[Autowire(env: 'CRM_ID')] string $id,
        #[Autowire(env: 'CRM_SECRET')] string $secret,
        #[Autowire(env: 'CRM_KEY')] string $key,
        #[Autowire(env: 'CRM_DSN')] string $dsn,
    ) {
        $this->crm = new Handler(
            [new Client($id, 'https://shop.example/crm/callback/kommo', $secret)],
            PdoStore::open($dsn, keys: [$key]),
            fn () => $security->getUser()?->getUserIdentifier(),
        );
    }

    #[Route('/crm/{path}', requirements: ['path' => '.*'])]
    public function answer(Request $request): Response
    {
        $later = fn (\Closure $task) => $this->events->addListener(KernelEvents::TERMINATE, fn () => $task());
        $answer = $this->crm->handle(CrmRequest::fromSymfony($request), $later);
        return new Response($answer->body, $answer->status, $answer->headers);
    }
}
